import type { FactKind } from '../facts.ts';
import type { Deadline, PaymentTerm } from '../model.ts';
import type { FieldKind } from '../drafting/model.ts';
import { at } from '../drafting/parts.ts';
import type { FactView } from '../review.ts';
import type { Changeable } from './model.ts';

/** A part of a fact that an amendment can change: what it is called in a sentence, and its kind of field. */
interface Part {
  part: string;
  kind: FieldKind;
  words: string;
  /** What stands after its value. */
  unit?: string;
}

const day = (part: string): Part => ({ part, kind: 'date', words: 'dagen' });
const sum: Part = { part: 'sek', kind: 'amount', words: 'beloppet', unit: ' kronor' };

/** What can be changed of each kind of fact, in the words that the amendment says it with. */
export const PARTS: Partial<Record<FactKind, Part[]>> = {
  period: [{ part: 'end.date', kind: 'date', words: 'slutet' }],
  amount: [sum],
  budget: [sum],
  payment: [sum, day('due.date')],
  deadline: [day('date')],
  commitment: [{ part: 'text', kind: 'text', words: 'lydelsen' }],
  goal: [{ part: 'target', kind: 'number', words: 'målet' }, day('by')],
  steering: [{ part: 'minMeetings', kind: 'number', words: 'antalet möten' }],
  notice: [{ part: 'months', kind: 'months', words: 'tiden', unit: ' månader' }],
};

/** Facts that an amendment can take away. */
const REMOVABLE: ReadonlySet<FactKind> = new Set(['amount', 'budget', 'payment', 'deadline', 'commitment', 'goal']);

/** Everything that an amendment to these facts can change, in the order of the facts. */
export const changeableIn = (facts: readonly FactView[]): Changeable[] =>
  facts.flatMap(({ id: factId, kind, value }) => {
    const of = { factId, kind, name: nameOf({ kind, value }) };
    const parts = (PARTS[kind] ?? []).map(({ part }) => ({ ...of, part, value: leafAt(value, part) }));
    return REMOVABLE.has(kind) ? [...parts, { ...of, part: null, value: null }] : parts;
  });

/** What the part says; null where it says nothing. */
export const leafAt = (value: Record<string, unknown>, part: string): string | number | null => {
  const leaf = at(value, part);
  return typeof leaf === 'string' || typeof leaf === 'number' ? leaf : null;
};

/** What a fact is called in a sentence of an amendment. */
export function nameOf({ kind, value }: Pick<FactView, 'kind' | 'value'>): string {
  if (kind === 'period') return 'Avtalstiden';
  if (kind === 'steering') return 'Styrgruppen';
  if (kind === 'notice') return 'Uppsägningstiden';
  if (kind === 'payment') return PAID[(value as PaymentTerm).due.event ?? ''] ?? 'Utbetalningen';
  const said = kind === 'deadline' ? (value as Deadline).what : (value.label ?? value.what ?? value.text);
  return shortened(typeof said === 'string' ? said : '');
}

const PAID: Record<string, string> = {
  signed_by_all: 'Utbetalningen när alla har undertecknat',
  interim_report_received: 'Utbetalningen mot delrapporten',
  final_report_received: 'Utbetalningen mot slutrapporten',
};

const shortened = (words: string): string => {
  const bare = words.replace(/[\s|*#]+/g, ' ').trim().replace(/[.,;:]+$/, '');
  return bare.length <= 120 ? bare : `${bare.slice(0, 115).replace(/\s+\S*$/, '')} …`;
};

import type { TextSpan } from '#kernel/text-span.ts';
import type { FactKind, ReadFact } from '../facts.ts';
import { datesIn } from '../read/lex/dates.ts';
import { moneyIn } from '../read/lex/money.ts';
import { numbersIn } from '../read/lex/numbers.ts';
import { wordsOf } from './field-words.ts';
import type { Field } from './model.ts';
import { at } from './parts.ts';

/** A field and the words of the document that it takes the place of. */
export interface Placed {
  field: Field;
  start: number;
  end: number;
}

/** Parts of a fact that may be fields, and what its slug ends with. The kind that comes first takes the words that two share. */
const PARTS: Partial<Record<FactKind, readonly { part: string; kind: Field['kind']; ends: string }[]>> = {
  period: [{ part: 'start.date', kind: 'date', ends: 'start' }, { part: 'end.date', kind: 'date', ends: 'slut' }],
  payment: [{ part: 'sek', kind: 'amount', ends: 'belopp' }, { part: 'due.date', kind: 'date', ends: 'dag' }],
  deadline: [{ part: 'date', kind: 'date', ends: 'dag' }],
  extension: ['0', '1', '2', '3'].map((step) => ({ part: `steps.${step}.date`, kind: 'date' as const, ends: `steg-${Number(step) + 1}` })),
  notice: [{ part: 'months', kind: 'months', ends: '' }],
  goal: [{ part: 'target', kind: 'number', ends: 'antal' }, { part: 'by', kind: 'date', ends: 'dag' }],
  budget: [{ part: 'sek', kind: 'amount', ends: '' }],
  amount: [{ part: 'sek', kind: 'amount', ends: '' }],
};

/** The fields of the facts that the text says as we would, each in its place, in the order of the text; no word is in two. */
export function fieldsInPlace(text: string, facts: readonly (ReadFact & { key: string })[]): Placed[] {
  const placed: Placed[] = [];
  const ranked = (Object.keys(PARTS) as FactKind[]).flatMap((kind) => facts.filter((fact) => fact.kind === kind));
  for (const { kind, key, value, span } of ranked) {
    for (const { part, kind: fieldKind, ends } of PARTS[kind] ?? []) {
      const leaf = at(value, part);
      if ((typeof leaf !== 'string' && typeof leaf !== 'number') || !isExact(value, part)) continue;
      const place = placesOf(text, fieldKind, leaf, sourceOf(value, part) ?? span).find(({ start, end }) => placed.every((other) => end <= other.start || start >= other.end));
      if (!place) continue;
      const { written, ...where } = place;
      placed.push({ ...where, field: { slug: ends ? `${key}-${ends}` : key, kind: fieldKind, fact: { kind, key, part }, ...(written ? { written } : {}), value: leaf } });
    }
  }
  return placed.toSorted((a, b) => a.start - b.start);
}

/** Where within the place the text says the value in words that a field would write again, white space aside. */
function placesOf(text: string, kind: Field['kind'], value: string | number, { start, end }: Pick<TextSpan, 'start' | 'end'>): { start: number; end: number; written?: 'iso' }[] {
  const piece = text.slice(start, end);
  const said = kind === 'date' ? datesIn(piece) : kind === 'amount' ? moneyIn(piece) : numbersIn(piece);
  for (const written of kind === 'date' ? ([undefined, 'iso'] as const) : [undefined]) {
    const words = wordsOf({ kind, value, written });
    if (words === null) continue;
    const found = said.flatMap((one) => {
      const inside = spaced(piece.slice(one.at, one.end)).indexOf(spaced(words));
      const from = start + one.at + inside;
      const isAlone = !/[\p{L}\p{N}]/u.test(text[from - 1] ?? '') && !/[\p{L}\p{N}]/u.test(text[from + words.length] ?? '');
      return inside < 0 || !isAlone ? [] : [{ start: from, end: from + words.length, ...(written ? { written } : {}) }];
    });
    if (found.length > 0) return found;
  }
  return [];
}

const spaced = (text: string): string => text.replace(/[\u00a0\u202f\u2009\n]/g, ' ').toLowerCase();

/** A day that was reckoned, or of which only the month is known, is no field. */
function isExact(value: Record<string, unknown>, part: string): boolean {
  const path = part.split('.').slice(0, -1).join('.');
  const holder = (path ? at(value, path) : value) as Record<string, unknown>;
  return !part.endsWith('date') || (holder.derived !== true && (holder.precision ?? 'day') === 'day');
}

/** The place of a day inside a fact, which is nearer than the fact's own. */
function sourceOf(value: Record<string, unknown>, part: string): TextSpan | null {
  const source = at(value, `${part.split('.').slice(0, -1).join('.')}.source`);
  return (source as TextSpan | undefined) ?? null;
}

import type { FactKind } from '#pure/agreement';
import type { SourceFact } from '../../src/partnership/commitments/rules/facts.ts';

/** The text that the facts below have their places in. */
export const dutyText = 'Granby kommun och Föreningen Lyktan har kommit överens om följande. '.repeat(20);

let place = 0;

/** A fact with a place of its own in `dutyText`, or at the place given. */
export function fact(kind: FactKind, value: Record<string, unknown>, at = (place += 7) % 900): SourceFact {
  return { id: `${kind}-${at}`, kind, value: { ...BLANK[kind], ...value }, certainty: 'certain', span: { start: at, end: at + 6, line: 1 } };
}

const dated = (date: string | null, at: number) => date && { date, precision: 'day', derived: false, source: { start: at, end: at + 6, line: 1 } };

export const period = (start: string | null, end: string | null): SourceFact =>
  fact('period', { start: dated(start, 950), end: dated(end, 960), openEnded: end === null }, 950);

/** Every field of the format, unknown. */
const BLANK: Partial<Record<FactKind, Record<string, unknown>>> = {
  party: { sector: null, orgNumber: null, unit: null, address: null },
  deadline: { date: null, precision: 'day', derived: false, recurrence: null, responsible: null, relative: null },
  payment: { sek: null, due: { date: null, precision: null, event: null }, split: [], payer: null, payee: null, account: null, text: '' },
  goal: { target: null, unit: null, approx: false, by: null, share: null },
  steering: { frequency: null, recurrence: null, minMeetings: null, perYear: false, unanimity: null, convener: null, members: [] },
  notice: { months: null, when: null },
  extension: { text: '', steps: [] },
  signatory: { title: null, party: null, date: null },
};

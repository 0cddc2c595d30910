import type { FactKind } from '../facts.ts';

/** A fact of each kind of which nothing is known: what the parts that are filled in are put into. */
export const blankFact = (kind: FactKind): Record<string, unknown> => structuredClone(BLANKS[kind]);

const BLANKS: Record<FactKind, Record<string, unknown>> = {
  title: { text: null },
  party: { name: null, sector: null, orgNumber: null, unit: null, address: null },
  period: { start: null, end: null, openEnded: false },
  amount: { sek: null, what: '', approx: false, per: null },
  budget: { label: null, sek: null, kind: 'cost' },
  payment: { sek: null, due: { date: null, precision: null, event: null }, split: [], payer: null, payee: null, account: null, text: null },
  deadline: { date: null, precision: null, derived: false, recurrence: null, what: null, responsible: null, relative: null },
  commitment: { party: null, text: null, modality: 'shall' },
  goal: { text: null, target: null, unit: null, approx: false, by: null, share: null },
  steering: { frequency: null, recurrence: null, minMeetings: null, perYear: false, unanimity: null, convener: null, members: [] },
  notice: { months: null, when: null },
  repayment: { who: null, when: null, text: null },
  extension: { text: null, steps: [] },
  contact: { name: null, role: null, email: null, phone: null, organisation: null },
  signatory: { name: null, title: null, party: null, date: null },
  place: { name: null },
  'target-group': { text: null },
};

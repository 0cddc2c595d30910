import type { Declared } from '#kernel/personal-data.ts';
import * as m from '#messages';

/** What the room stores about people. */
export const personalData: readonly Declared[] = [
  { table: 'money.budget_line', columns: { label: 'words' }, none: ['kind'], whose: ['mentioned'], why: m.stored_terms, basis: 'public-task', type: 'agreements' },
  { table: 'money.payment', columns: { wording: 'words' }, none: ['due_precision', 'awaits', 'payer', 'payee', 'account'], whose: ['mentioned'], why: m.stored_terms, basis: 'public-task', type: 'agreements' },
  { table: 'money.payment_share', none: ['payer'] },
];

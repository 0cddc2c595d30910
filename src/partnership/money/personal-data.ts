import type { Declared } from '#kernel/personal-data.ts';
import * as m from '#messages';

/** What the room stores about people. */
export const personalData: readonly Declared[] = [
  { table: 'money.budget_line', columns: { label: 'words' }, none: ['kind'], whose: ['mentioned'], why: m.stored_terms, basis: 'public-task', type: 'agreements' },
  { table: 'money.payment', columns: { wording: 'words' }, none: ['due_precision', 'awaits', 'payer', 'payee', 'account'], whose: ['mentioned'], why: m.stored_terms, basis: 'public-task', type: 'agreements' },
  { table: 'money.payment_share', none: ['payer'] },
  {
    table: 'money.aid',
    columns: { what: 'words', recorded_by: 'doer', withdrawn_by: 'doer' },
    none: ['org_number'],
    whose: ['user', 'mentioned'],
    why: m.stored_aid,
    basis: 'legal-duty',
    type: 'agreements',
    own: { by: 'name', columns: ['recorded_by', 'withdrawn_by'], shows: { recorded_at: 'when', what: 'words' } },
  },
  {
    table: 'money.aid_declaration',
    columns: { seen_by: 'name', recorded_by: 'doer' },
    none: ['org_number'],
    whose: ['user'],
    why: m.stored_aid_declarations,
    basis: 'legal-duty',
    type: 'agreements',
    own: { by: 'name', columns: ['seen_by', 'recorded_by'], shows: { recorded_at: 'when' } },
  },
];

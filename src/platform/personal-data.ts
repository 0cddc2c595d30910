import type { Declared } from '#kernel/personal-data.ts';
import * as m from '#messages';

/** What the platform stores about people. */
export const personalData: readonly Declared[] = [
  {
    table: 'platform.journal',
    columns: { who: 'doer', acting_for_name: 'organisation' },
    // The facts of an entry are ids, kinds and counts: what was written is never repeated there.
    none: ['what', 'facts', 'version', 'chain', 'previous_hash', 'hash', 'who_salt', 'who_commitment', 'facts_salt', 'facts_commitment'],
    whose: ['user'],
    why: m.stored_journal,
    basis: 'legal-duty',
    type: 'journal',
    own: { by: 'account', columns: ['account_id'], shows: { at: 'when', what: 'what' } },
  },
  {
    table: 'platform.outbox',
    columns: { to_address: 'email', subject: 'words', text: 'words' },
    none: ['kind', 'key', 'last_error'],
    whose: ['user', 'mentioned'],
    why: m.stored_letters,
    basis: 'public-task',
    type: 'letters',
  },
  {
    table: 'platform.sms_outbox',
    columns: { to_number: 'phone', text: 'words' },
    none: ['kind', 'key', 'last_error'],
    whose: ['volunteer'],
    why: m.stored_sms,
    basis: 'public-task',
    type: 'letters',
  },
  { table: 'platform.journal_head', none: ['chain', 'hash'] },
  { table: 'platform.migration', none: ['name'] },
];

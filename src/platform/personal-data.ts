import type { Declared } from '#kernel/personal-data.ts';
import * as m from '#messages';

/** What the platform stores about people. */
export const personalData: readonly Declared[] = [
  {
    table: 'platform.journal',
    columns: { who: 'doer' },
    // The facts of an entry are ids, kinds and counts: what was written is never repeated there.
    none: ['what', 'facts'],
    whose: ['user'],
    why: m.stored_journal,
    basis: 'legal-duty',
    type: 'journal',
    own: { by: 'name', columns: ['who'], shows: { at: 'when', what: 'what' } },
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
  { table: 'platform.migration', none: ['name'] },
];

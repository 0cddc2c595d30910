import type { Declared } from '#kernel/personal-data.ts';
import * as m from '#messages';

/** What is stored about who is entrusted with what. */
export const personalData: readonly Declared[] = [
  {
    table: 'access.assignment',
    columns: { role: 'role', given_by: 'doer', ended_by: 'doer' },
    none: [],
    whose: ['user'],
    why: m.stored_assignments,
    basis: 'public-task',
    type: 'assignments',
    own: { by: 'account', columns: ['account_id'], shows: { role: 'role', starts: 'when', ends: 'when', given_by: 'doer' } },
  },
];

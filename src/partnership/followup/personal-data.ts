import type { Declared, PersonalData } from '#kernel/personal-data.ts';
import * as m from '#messages';

const record = { whose: ['user', 'mentioned'], basis: 'legal-duty', type: 'submissions' } as const satisfies Partial<PersonalData>;

/** What the room stores about people. */
export const personalData: readonly Declared[] = [
  {
    ...record,
    table: 'followup.submission',
    why: m.stored_submissions,
    columns: { title: 'words', body: 'words', files: 'document', handed_in_by: 'doer' },
    none: ['organisation_name', 'kind', 'sha256'],
    own: { by: 'account', columns: ['account_id'], shows: { handed_in_at: 'when', title: 'words' } },
  },
  {
    ...record,
    table: 'followup.draft',
    why: m.stored_drafts,
    basis: 'public-task',
    columns: { title: 'words', body: 'words', files: 'document', begun_by: 'doer', saved_by: 'doer' },
    none: ['kind'],
    own: { by: 'name', columns: ['begun_by', 'saved_by'], shows: { saved_at: 'when', title: 'words' } },
  },
  {
    ...record,
    table: 'followup.registration',
    why: m.stored_registrations,
    whose: ['user'],
    columns: { registered_by: 'doer' },
    none: ['case_number'],
    own: { by: 'name', columns: ['registered_by'], shows: { registered_at: 'when', case_number: 'what' } },
  },
  {
    ...record,
    table: 'followup.case_series',
    why: m.stored_case_series,
    whose: ['user'],
    columns: { set_by: 'doer' },
    none: ['prefix'],
    own: { by: 'name', columns: ['set_by'], shows: { set_at: 'when', prefix: 'what' } },
  },
];

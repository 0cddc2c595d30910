import type { Declared, PersonalData } from '#kernel/personal-data.ts';
import * as m from '#messages';

const record = { whose: ['signatory'], basis: 'public-task', type: 'agreements' } as const satisfies Partial<PersonalData>;

/** What the room stores about people. */
export const personalData: readonly Declared[] = [
  {
    ...record,
    table: 'signing.signing',
    why: m.stored_signings,
    whose: ['user', 'mentioned'],
    columns: { prepared_by: 'doer', sent_by: 'doer', title: 'words', content: 'document', ended_by: 'doer', ended_reason: 'words' },
    none: ['organisation_name', 'kind', 'version_sha256', 'frozen_sha256', 'assurance', 'ended_how'],
    own: { by: 'account', columns: ['sent_account'], shows: { sent_at: 'when', title: 'what' } },
  },
  { table: 'signing.place', none: ['organisation_name'] },
  {
    ...record,
    table: 'signing.signatory',
    why: m.stored_signatories,
    columns: { name: 'name', title: 'role', email: 'email', mandate_source: 'words', added_by: 'doer' },
    none: ['mandate_kind'],
    own: { by: 'account', columns: ['account_id'], shows: { name: 'name', title: 'role', email: 'email', mandate_source: 'words' } },
  },
  {
    ...record,
    table: 'signing.signature',
    why: m.stored_signatures,
    columns: { signed_by: 'name', assurance: 'credential', signed_in_by: 'credential', scan_sha256: 'document' },
    none: ['manner', 'previous_sha256', 'sha256'],
    own: { by: 'account', columns: ['account_id'], shows: { signed_at: 'when', signed_by: 'name' } },
  },
  {
    ...record,
    table: 'signing.decline',
    why: m.stored_declines,
    columns: { declined_by: 'name', reason: 'words' },
    none: [],
    own: { by: 'account', columns: ['account_id'], shows: { declined_at: 'when', reason: 'words' } },
  },
  {
    ...record,
    table: 'signing.errand',
    why: m.stored_errands,
    columns: { signed_in_by: 'credential', answer: 'document' },
    none: ['reference', 'previous_sha256', 'added'],
    own: { by: 'account', columns: ['account_id'], shows: { begun_at: 'when' } },
  },
  { table: 'signing.letter', none: ['kind', 'secret_hash'] },
  { table: 'signing.seal', none: ['sha256', 'report'] },
  { table: 'signing.sealing', none: [] },
];

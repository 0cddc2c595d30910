import type { Declared, PersonalData } from '#kernel/personal-data.ts';
import * as m from '#messages';

const record = { whose: ['user', 'mentioned'], basis: 'legal-duty', type: 'agreements' } as const satisfies Partial<PersonalData>;

/** What the room stores about people. */
export const personalData: readonly Declared[] = [
  { ...record, table: 'governance.extension_step', why: m.stored_extension_steps, columns: { what: 'words', added_by: 'doer', removed_by: 'doer' }, none: [], own: { by: 'name', columns: ['added_by', 'removed_by'], shows: { added_at: 'when', what: 'words' } } },
  { ...record, table: 'governance.step_owner', why: m.stored_step_owners, columns: { person: 'name', set_by: 'doer', ended_by: 'doer' }, none: ['step'], own: { by: 'name', columns: ['person', 'set_by', 'ended_by'], shows: { set_at: 'when', person: 'name' } } },
  {
    ...record,
    table: 'governance.extension_outcome', why: m.stored_extension_outcomes,
    columns: { decided_by: 'words', recorded_by: 'doer', undone_by: 'doer' },
    none: ['outcome'],
    own: { by: 'name', columns: ['recorded_by', 'undone_by'], shows: { recorded_at: 'when', decided_by: 'words' } },
  },
  { ...record, table: 'governance.notice', why: m.stored_notices, columns: { reason: 'words', given_by: 'doer' }, none: ['organisation_name', 'counted_from'], own: { by: 'name', columns: ['given_by'], shows: { given_at: 'when', reason: 'words' } } },
  {
    ...record,
    table: 'governance.warning', why: m.stored_warnings,
    columns: { breach: 'words', given_by: 'doer', remedied_by: 'doer' },
    none: ['organisation_name'],
    own: { by: 'name', columns: ['given_by', 'remedied_by'], shows: { given_at: 'when', breach: 'words' } },
  },
  { ...record, table: 'governance.rescission', why: m.stored_rescissions, columns: { ground: 'words', declared_by: 'doer' }, none: ['organisation_name'], own: { by: 'name', columns: ['declared_by'], shows: { declared_at: 'when', ground: 'words' } } },
  { ...record, table: 'governance.withdrawal', why: m.stored_withdrawals, whose: ['user'], columns: { agreed_by: 'doer' }, none: [], own: { by: 'name', columns: ['agreed_by'], shows: { agreed_at: 'when' } } },
  { ...record, table: 'governance.settlement', why: m.stored_settlements, whose: ['user'], columns: { recorded_by: 'doer' }, none: [], own: { by: 'name', columns: ['recorded_by'], shows: { recorded_at: 'when' } } },
  { ...record, table: 'governance.archiving', why: m.stored_archivings, columns: { place: 'words', recorded_by: 'doer' }, none: [], own: { by: 'name', columns: ['recorded_by'], shows: { recorded_at: 'when', place: 'words' } } },
  { ...record, table: 'governance.settlement_undone', why: m.stored_settlements_undone, whose: ['user'], columns: { recorded_by: 'doer', undone_by: 'doer' }, none: [], own: { by: 'name', columns: ['recorded_by', 'undone_by'], shows: { undone_at: 'when' } } },
  { ...record, table: 'governance.archiving_undone', why: m.stored_archivings_undone, columns: { place: 'words', recorded_by: 'doer', undone_by: 'doer' }, none: [], own: { by: 'name', columns: ['recorded_by', 'undone_by'], shows: { undone_at: 'when', place: 'words' } } },
  { ...record, table: 'governance.succession', why: m.stored_successions, whose: ['user'], columns: { recorded_by: 'doer' }, none: [], own: { by: 'name', columns: ['recorded_by'], shows: { recorded_at: 'when' } } },
];

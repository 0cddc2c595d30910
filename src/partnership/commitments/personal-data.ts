import type { Declared, PersonalData } from '#kernel/personal-data.ts';
import * as m from '#messages';

const record = { whose: ['user', 'mentioned'], basis: 'public-task', type: 'duty-notes', none: [] } as const satisfies Partial<PersonalData>;
const own = { by: 'name', columns: ['recorded_by', 'undone_by'] } as const;

/** What the room stores about people. */
export const personalData: readonly Declared[] = [
  { table: 'commitments.plan', columns: { title: 'words', signatures: 'name' }, none: ['parties'], whose: ['signatory', 'mentioned'], why: m.stored_plans, basis: 'public-task', type: 'agreements' },
  {
    table: 'commitments.duty',
    columns: { title: 'words', wording: 'words', owner: 'words', sentence: 'words' },
    none: ['key', 'kind', 'subject', 'ordinal', 'timing', 'outside', 'fact_id'],
    whose: ['mentioned'],
    why: m.stored_plans,
    basis: 'public-task',
    type: 'agreements',
  },
  { ...record, table: 'commitments.completion', why: m.stored_completions, columns: { evidence: 'words', recorded_by: 'doer', undone_by: 'doer' }, own: { ...own, shows: { recorded_at: 'when', evidence: 'words' } } },
  { ...record, table: 'commitments.cancellation', why: m.stored_cancellations, columns: { reason: 'words', recorded_by: 'doer', undone_by: 'doer' }, own: { ...own, shows: { recorded_at: 'when', reason: 'words' } } },
  { ...record, table: 'commitments.placement', why: m.stored_placements, columns: { recorded_by: 'doer', undone_by: 'doer' }, whose: ['user'], own: { ...own, shows: { recorded_at: 'when', date: 'what' } } },
  {
    table: 'commitments.reminder_setting',
    columns: { days_before: 'what' },
    none: [],
    whose: ['user'],
    why: m.stored_reminder_settings,
    basis: 'public-task',
    type: 'persons',
    own: { by: 'account', columns: ['account_id'], shows: { set_at: 'when', days_before: 'what' } },
  },
  {
    table: 'commitments.reminder',
    columns: { occasion: 'what' },
    none: [],
    whose: ['user'],
    why: m.stored_reminders,
    basis: 'public-task',
    type: 'persons',
    own: { by: 'account', columns: ['account_id'], shows: { told_at: 'when', occasion: 'what', due_by: 'when' } },
  },
  {
    table: 'commitments.feed',
    columns: { made_at: 'when' },
    none: ['secret_hash'],
    whose: ['user'],
    why: m.stored_feeds,
    basis: 'public-task',
    type: 'persons',
    own: { by: 'account', columns: ['account_id'], shows: { made_at: 'when', revoked_at: 'when' } },
  },
];

import type { Declared, PersonalData } from '#kernel/personal-data.ts';
import * as m from '#messages';

const record = { whose: ['user', 'mentioned'], basis: 'public-task', type: 'agreements' } as const satisfies Partial<PersonalData>;

const signups = { ...record, whose: ['volunteer'], type: 'walk-signups' } as const satisfies Partial<PersonalData>;
const reports = { ...record, type: 'walk-reports' } as const satisfies Partial<PersonalData>;
const newcomers = { ...record, type: 'walk-newcomers' } as const satisfies Partial<PersonalData>;
const kit = { ...record, type: 'walk-kit' } as const satisfies Partial<PersonalData>;
const groups = { ...record, type: 'walk-groups' } as const satisfies Partial<PersonalData>;

/** What the room stores about people. */
export const personalData: readonly Declared[] = [
  { ...record, table: 'walks.network', why: m.stored_networks, whose: ['user'], columns: { set_by: 'doer' }, none: ['social_emergency'], own: { by: 'name', columns: ['set_by'], shows: { set_at: 'when' } } },
  { ...record, table: 'walks.walking_group', why: m.stored_walking_groups, whose: ['user'], columns: { proposed_by: 'doer' }, none: ['name'], own: { by: 'name', columns: ['proposed_by'], shows: { proposed_at: 'when', name: 'what' } } },
  { ...groups, table: 'walks.rules', why: m.stored_walk_rules, whose: ['user'], columns: { set_by: 'doer' }, none: [], own: { by: 'name', columns: ['set_by'], shows: { set_at: 'when' } } },
  { ...record, table: 'walks.area', why: m.stored_areas, columns: { advice: 'words', made_by: 'doer', removed_by: 'doer' }, none: ['name', 'shape'], own: { by: 'name', columns: ['made_by', 'removed_by'], shows: { made_at: 'when', name: 'what' } } },
  { ...record, table: 'walks.meeting_point', why: m.stored_meeting_points, whose: ['user'], columns: { removed_by: 'doer' }, none: ['name'], own: { by: 'name', columns: ['removed_by'], shows: { removed_at: 'when', name: 'what' } } },
  {
    ...record,
    table: 'walks.walk', why: m.stored_walks,
    columns: { note: 'words', exception_reason: 'words', cancelled_because: 'words', planned_by: 'doer', cancelled_by: 'doer' },
    none: ['kind'],
    own: { by: 'name', columns: ['planned_by', 'cancelled_by'], shows: { night: 'when', note: 'words' } },
  },
  { table: 'walks.place', none: ['task'] },
  { ...signups, table: 'walks.walker', why: m.stored_walkers, columns: { phone_mark: 'phone' }, none: ['language'], own: { by: 'account', columns: ['person_id'], shows: { since: 'when' } } },
  { ...signups, table: 'walks.walker_key', why: m.stored_walker_keys, columns: {}, none: ['secret_hash'], own: { by: 'account', columns: ['person_id'], shows: { made_at: 'when' } } },
  { ...reports, table: 'walks.entry', why: m.stored_entries, whose: ['volunteer', 'mentioned'], columns: { body: 'words', let_count_by: 'doer' }, none: ['kind', 'builds_on', 'aside_because'], own: { by: 'account', columns: ['by_person'], shows: { captured_at: 'when', kind: 'what' } } },
  { ...reports, table: 'walks.event_report', why: m.stored_event_reports, whose: ['mentioned'], columns: { note: 'words' }, none: ['place', 'kinds', 'young_band', 'actions', 'contacts'] },
  { ...signups, table: 'walks.signup', why: m.stored_signups, columns: { phone: 'phone' }, none: ['task', 'cancelled_by'], own: { by: 'account', columns: ['person_id'], shows: { signed_at: 'when', task: 'what', phone: 'phone' } } },
  { ...signups, table: 'walks.signup_code', why: m.stored_signup_codes, columns: { name: 'name', phone: 'phone' }, none: ['code_hash', 'language'] },
  { ...signups, table: 'walks.offer', why: m.stored_offers, columns: {}, none: ['answer'], own: { by: 'account', columns: ['person_id'], shows: { offered_at: 'when', answer: 'what' } } },
  { ...signups, table: 'walks.tiding', why: m.stored_tidings, columns: {}, none: ['kind', 'occasion'], own: { by: 'account', columns: ['person_id'], shows: { told_at: 'when', kind: 'what' } } },
  { ...record, table: 'walks.planning', why: m.stored_walk_planning, whose: ['user'], columns: { set_by: 'doer' }, none: [], own: { by: 'name', columns: ['set_by'], shows: { set_at: 'when' } } },
  { ...record, table: 'walks.turn_weight', why: m.stored_turn_weights, whose: ['user'], columns: { set_by: 'doer' }, none: [], own: { by: 'name', columns: ['set_by'], shows: { set_at: 'when' } } },
  { ...record, table: 'walks.occasion', why: m.stored_occasions, columns: { name: 'words', made_by: 'doer', removed_by: 'doer' }, none: ['kind'], own: { by: 'name', columns: ['made_by', 'removed_by'], shows: { made_at: 'when', name: 'words' } } },
  { ...record, table: 'walks.season', why: m.stored_seasons, whose: ['user'], columns: { planned_by: 'doer', undone_by: 'doer' }, none: ['pattern'], own: { by: 'name', columns: ['planned_by', 'undone_by'], shows: { planned_at: 'when' } } },
  { table: 'walks.walked', none: [] },
  { ...record, table: 'walks.office', why: m.stored_walk_offices, columns: { phone: 'phone', insured: 'words', excluded: 'words', to_do: 'words', set_by: 'doer' }, none: ['email'], own: { by: 'name', columns: ['set_by'], shows: { set_at: 'when' } } },
  { ...record, table: 'walks.report_reader', why: m.stored_report_readers, columns: { address: 'email', added_by: 'doer' }, none: ['role'], own: { by: 'name', columns: ['added_by'], shows: { added_at: 'when' } } },
  { table: 'walks.report_sent', none: [] },
  { ...reports, table: 'walks.incident', why: m.stored_incidents, columns: { what: 'words', place: 'words', recorded_by: 'doer', seen_by: 'doer' }, none: ['kind'], own: { by: 'name', columns: ['recorded_by', 'seen_by'], shows: { at: 'when', kind: 'what' } } },
  { ...record, table: 'walks.confirmation', why: m.stored_confirmations, whose: ['user'], columns: { confirmed_by: 'doer', undone_by: 'doer' }, none: [], own: { by: 'name', columns: ['confirmed_by', 'undone_by'], shows: { confirmed_at: 'when' } } },
  { ...signups, table: 'walks.thanks', why: m.stored_walk_thanks, columns: {}, none: ['half_year'], own: { by: 'account', columns: ['person_id'], shows: { sent_at: 'when' } } },
  { ...signups, type: 'persons', table: 'walks.thanks_declined', why: m.stored_thanks_declined, columns: {}, none: [], own: { by: 'account', columns: ['person_id'], shows: { declined_at: 'when' } } },
  { ...record, table: 'walks.network_agreement', why: m.stored_network_agreements, whose: ['user'], columns: { recorded_by: 'doer' }, none: ['signed_where'], own: { by: 'name', columns: ['recorded_by'], shows: { recorded_at: 'when', signed_where: 'what' } } },
  { ...groups, table: 'walks.group_word', why: m.stored_group_words, columns: { words: 'words', said_by: 'doer' }, none: [], own: { by: 'name', columns: ['said_by'], shows: { said_at: 'when', words: 'words' } } },
  { ...record, table: 'walks.group_contact', why: m.stored_group_contacts, whose: ['user'], columns: { named_by: 'doer', seen_by: 'doer' }, none: [], own: { by: 'account', columns: ['person_id'], shows: { named_at: 'when' } } },
  { ...record, table: 'walks.passed_duty', why: m.stored_passed_duties, columns: { what: 'words', passed_by: 'doer', done_by: 'doer', taken_back_by: 'doer' }, none: [], own: { by: 'name', columns: ['passed_by', 'done_by', 'taken_back_by'], shows: { passed_at: 'when', what: 'words' } } },
  { table: 'walks.group_area', none: [] },
  { ...record, table: 'walks.join_page', why: m.stored_join_pages, whose: ['user'], columns: { opened_by: 'doer', closed_by: 'doer' }, none: ['slug'], own: { by: 'name', columns: ['opened_by', 'closed_by'], shows: { opened_at: 'when', slug: 'what' } } },
  { ...record, table: 'walks.referral', why: m.stored_referrals, whose: ['user'], columns: { made_by: 'doer' }, none: ['code'], own: { by: 'name', columns: ['made_by'], shows: { made_at: 'when', code: 'what' } } },
  { ...newcomers, table: 'walks.newcomer', why: m.stored_newcomers, whose: ['volunteer', 'user'], columns: { name: 'name', reach: 'phone', met_by: 'doer', decided_by: 'doer' }, none: ['outcome', 'language', 'link_hash'], own: { by: 'name', columns: ['met_by', 'decided_by'], shows: { met_at: 'when', decided_at: 'when' } } },
  { ...newcomers, table: 'walks.newcomer_moved', why: m.stored_newcomers_moved, whose: ['user'], columns: { moved_by: 'doer' }, none: [], own: { by: 'name', columns: ['moved_by'], shows: { moved_at: 'when' } } },
  { ...record, table: 'walks.kit_item', why: m.stored_kit_items, whose: ['user'], columns: { added_by: 'doer', gone_by: 'doer' }, none: ['kind'], own: { by: 'name', columns: ['added_by', 'gone_by'], shows: { added_at: 'when', kind: 'what' } } },
  { ...kit, table: 'walks.kit_loan', why: m.stored_kit_loans, whose: ['volunteer', 'user'], columns: { lent_by: 'doer', returned_by: 'doer' }, none: [], own: { by: 'account', columns: ['holder_id'], shows: { lent_on: 'when' } } },
  { ...kit, table: 'walks.kit_damage', why: m.stored_kit_damages, columns: { words: 'words', photo: 'document', noted_by: 'doer', mended_by: 'doer' }, none: [], own: { by: 'name', columns: ['noted_by', 'mended_by'], shows: { noted_at: 'when', words: 'words' } } },
];

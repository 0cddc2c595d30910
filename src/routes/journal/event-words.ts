import * as m from '#messages';
import type { HistoryEntry } from '#platform/journal/history.ts';
import type { JournalEvent } from '#platform/journal/events.ts';

/** What happened, in words. What an earlier version of the program wrote, and this one does not know, stands as it was written. */
export const eventWords = (what: string): string => (Object.hasOwn(EVENTS, what) ? EVENTS[what as JournalEvent]() : what);

/** Who did it, and for whom. */
export function whoWords({ who, actingFor }: Pick<HistoryEntry, 'who' | 'actingFor'>): string {
  const name = who || m.journal_somebody();
  return actingFor === null ? name : m.journal_by({ who: name, organisation: actingFor });
}

type RoomOf<Event> = Event extends `${infer Room}.${string}` ? Room : never;

/** What the journal can be narrowed to, by the word in the address: the rooms that write in it. */
export const ROOMS: Record<RoomOf<JournalEvent>, () => string> = {
  agreement: m.journal_room_agreement,
  commitments: m.journal_room_commitments,
  followup: m.journal_room_followup,
  money: m.journal_room_money,
  people: m.journal_room_people,
  journal: m.journal_room_journal,
  'sign-in': m.journal_room_sign_in,
  signing: m.journal_room_signing,
};

/** The room a word in an address means; null for none, or for one that writes nothing. */
export const roomNamed = (name: string | null): string | null => (name !== null && Object.hasOwn(ROOMS, name) ? name : null);

const EVENTS: Record<JournalEvent, () => string> = {
  'agreement.approval-no-longer-required': m.happened_agreement_approval_no_longer_required,
  'agreement.approval-recorded': m.happened_agreement_approval_recorded,
  'agreement.approval-required': m.happened_agreement_approval_required,
  'agreement.brought-into-force': m.happened_agreement_brought_into_force,
  'agreement.commenced': m.happened_agreement_commenced,
  'agreement.comment-written': m.happened_agreement_comment_written,
  'agreement.draft-begun': m.happened_agreement_draft_begun,
  'agreement.draft-changed': m.happened_agreement_draft_changed,
  'agreement.draft-frozen': m.happened_agreement_draft_frozen,
  'agreement.draft-released': m.happened_agreement_draft_released,
  'agreement.draft-shared': m.happened_agreement_draft_shared,
  'agreement.draft-withdrawn': m.happened_agreement_draft_withdrawn,
  'agreement.fact-added': m.happened_agreement_fact_added,
  'agreement.fact-confirmed': m.happened_agreement_fact_confirmed,
  'agreement.fact-corrected': m.happened_agreement_fact_corrected,
  'agreement.fact-removed': m.happened_agreement_fact_removed,
  'agreement.fact-reopened': m.happened_agreement_fact_reopened,
  'agreement.facts-confirmed': m.happened_agreement_facts_confirmed,
  'agreement.note-written': m.happened_agreement_note_written,
  'agreement.proposal-accepted': m.happened_agreement_proposal_accepted,
  'agreement.proposal-declined': m.happened_agreement_proposal_declined,
  'agreement.proposal-made': m.happened_agreement_proposal_made,
  'agreement.proposal-withdrawn': m.happened_agreement_proposal_withdrawn,
  'agreement.read': m.happened_agreement_read,
  'agreement.received': m.happened_agreement_received,
  'agreement.unreadable': m.happened_agreement_unreadable,
  'agreement.version-named': m.happened_agreement_version_named,
  'commitments.cancellation-undone': m.happened_commitments_cancellation_undone,
  'commitments.completion-undone': m.happened_commitments_completion_undone,
  'commitments.duty-cancelled': m.happened_commitments_duty_cancelled,
  'commitments.duty-completed': m.happened_commitments_duty_completed,
  'commitments.duty-placed': m.happened_commitments_duty_placed,
  'commitments.feed-made': m.happened_commitments_feed_made,
  'commitments.feed-revoked': m.happened_commitments_feed_revoked,
  'commitments.notes-emptied': m.happened_commitments_notes_emptied,
  'commitments.planned': m.happened_commitments_planned,
  'commitments.reminded': m.happened_commitments_reminded,
  'commitments.reminders-set': m.happened_commitments_reminders_set,
  'commitments.replanned': m.happened_commitments_replanned,
  'followup.draft-begun': m.happened_followup_draft_begun,
  'followup.draft-saved': m.happened_followup_draft_saved,
  'followup.file-attached': m.happened_followup_file_attached,
  'followup.file-removed': m.happened_followup_file_removed,
  'followup.handed-in': m.happened_followup_handed_in,
  'followup.registered': m.happened_followup_registered,
  'followup.series-set': m.happened_followup_series_set,
  'journal.disposed': m.happened_journal_disposed,
  'money.terms-recorded': m.happened_money_terms_recorded,
  'people.account-recorded': m.happened_people_account_recorded,
  'people.assignment-ended': m.happened_people_assignment_ended,
  'people.assignment-handed-over': m.happened_people_assignment_handed_over,
  'people.contact-protected': m.happened_people_contact_protected,
  'people.contact-unprotected': m.happened_people_contact_unprotected,
  'people.cost-shared': m.happened_people_cost_shared,
  'people.credential-recorded': m.happened_people_credential_recorded,
  'people.credential-withdrawn': m.happened_people_credential_withdrawn,
  'people.deputy-appointed': m.happened_people_deputy_appointed,
  'people.disposed': m.happened_people_disposed,
  'people.identity-protected': m.happened_people_identity_protected,
  'people.identity-unprotected': m.happened_people_identity_unprotected,
  'people.invitation-accepted': m.happened_people_invitation_accepted,
  'people.invitation-withdrawn': m.happened_people_invitation_withdrawn,
  'people.invited': m.happened_people_invited,
  'people.organisation-registered': m.happened_people_organisation_registered,
  'people.person-added': m.happened_people_person_added,
  'people.person-left': m.happened_people_person_left,
  'people.person-read': m.happened_people_person_read,
  'people.protected-document-opened': m.happened_people_protected_document_opened,
  'people.protected-opened': m.happened_people_protected_opened,
  'people.recorded': m.happened_people_recorded,
  'people.retention-decided': m.happened_people_retention_decided,
  'people.unit-added': m.happened_people_unit_added,
  'people.unit-closed': m.happened_people_unit_closed,
  'sign-in.administration-begun': m.happened_sign_in_administration_begun,
  'sign-in.identity-tied': m.happened_sign_in_identity_tied,
  'sign-in.identity-untied': m.happened_sign_in_identity_untied,
  'sign-in.other-sessions-ended': m.happened_sign_in_other_sessions_ended,
  'sign-in.passkey-added': m.happened_sign_in_passkey_added,
  'sign-in.passkey-removed': m.happened_sign_in_passkey_removed,
  'signing.declined': m.happened_signing_declined,
  'signing.expired': m.happened_signing_expired,
  'signing.paper-kept': m.happened_signing_paper_kept,
  'signing.prepared': m.happened_signing_prepared,
  'signing.reminded': m.happened_signing_reminded,
  'signing.sealed': m.happened_signing_sealed,
  'signing.sent': m.happened_signing_sent,
  'signing.signatory-added': m.happened_signing_signatory_added,
  'signing.signatory-known': m.happened_signing_signatory_known,
  'signing.signatory-removed': m.happened_signing_signatory_removed,
  'signing.signed': m.happened_signing_signed,
  'signing.terms-set': m.happened_signing_terms_set,
  'signing.withdrawn': m.happened_signing_withdrawn,
};

/**
 * Everything that can stand in the journal: the room, and what happened in it. A new event is added here and gets its
 * words in `routes/journal/event-words.ts`; the types refuse one that has no words, and a house test one that nobody writes.
 */
export const EVENTS = [
  'agreement.commenced',
  'agreement.fact-added',
  'agreement.fact-confirmed',
  'agreement.fact-corrected',
  'agreement.fact-removed',
  'agreement.fact-reopened',
  'agreement.facts-confirmed',
  'agreement.read',
  'agreement.received',
  'agreement.unreadable',
  'commitments.cancellation-undone',
  'commitments.completion-undone',
  'commitments.duty-cancelled',
  'commitments.duty-completed',
  'commitments.duty-placed',
  'commitments.planned',
  'commitments.replanned',
  'journal.disposed',
  'money.terms-recorded',
  'people.account-recorded',
  'people.assignment-ended',
  'people.assignment-handed-over',
  'people.cost-shared',
  'people.credential-recorded',
  'people.credential-withdrawn',
  'people.deputy-appointed',
  'people.identity-protected',
  'people.identity-unprotected',
  'people.invitation-accepted',
  'people.invitation-withdrawn',
  'people.invited',
  'people.organisation-registered',
  'people.person-added',
  'people.person-left',
  'people.person-read',
  'people.protected-opened',
  'people.recorded',
  'people.unit-added',
  'people.unit-closed',
] as const;

/** One kind of event: `agreement.fact-confirmed`. */
export type JournalEvent = (typeof EVENTS)[number];

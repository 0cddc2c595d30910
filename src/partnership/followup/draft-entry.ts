import type { JournalEntry } from '#platform/journal.ts';
import type { Draft } from './model.ts';

/** What happens to a draft stands in the house's own line: the other side is not to learn that something is being written. */
export const draftEntry = (what: JournalEntry['what'], { id, agreementId, organisationId }: Pick<Draft, 'id' | 'agreementId' | 'organisationId'>, facts: Record<string, number>): JournalEntry => ({
  what,
  agreementId: null,
  facts: { draftId: id, partnership: agreementId, organisationId, ...facts },
});

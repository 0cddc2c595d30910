import type { JournalEntry } from '#platform/journal.ts';
import type { AgreementDraft } from './model.ts';

/** What happens to a draft before it is shared stands in the house's own line: the other side is not to learn of it. */
export const draftEntry = (what: JournalEntry['what'], { id, agreementId, organisationId, sharedAt }: Pick<AgreementDraft, 'id' | 'agreementId' | 'organisationId' | 'sharedAt'>, facts: JournalEntry['facts'] = {}): JournalEntry => ({
  what,
  agreementId: sharedAt ? agreementId : null,
  facts: { draftId: id, partnership: agreementId, organisationId, ...facts },
});

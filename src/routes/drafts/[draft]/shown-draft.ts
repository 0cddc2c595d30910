import type { Guard } from '#partnership/people';
import type { AgreementDraft } from '#pure/agreement';

/** The draft as it is shown: to those who write it as they wrote it, to everybody else without the names of those who are protected. */
export const shownDraft = <Draft extends AgreementDraft & { mayWrite: boolean }>({ hide }: Guard, draft: Draft): Draft => (draft.mayWrite ? draft : hide(draft.agreementId, draft));

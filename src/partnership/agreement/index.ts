export { addFact } from './actions/add-fact.ts';
export { beginAmendment } from './amending/actions/begin.ts';
export { bringAmendmentIntoForce } from './amending/actions/bring-into-force.ts';
export { resolveConflict } from './amending/actions/resolve.ts';
export { amendmentFile, amendmentsOf, amendmentStands, changeableOf, factHistories, readAmendment } from './amending/queries.ts';
export { commence } from './actions/commence.ts';
export { confirmAll, decide } from './actions/decide.ts';
export { receiveAgreement } from './actions/receive.ts';
export { giveUpReading, takeReading } from './actions/take-reading.ts';
export { adoptCriteria } from './assessing/actions/adopt-criteria.ts';
export { answerCriteria, beginAssessment, completeAssessment, connectAssessment, describePlan } from './assessing/actions/assess.ts';
export type { TypedPlan } from './assessing/actions/assess.ts';
export { listAssessments, ownCriteria, readAssessment } from './assessing/queries.ts';
export { beginAgreementDraft, carryOnDocument, openDraft } from './drafting/actions/begin.ts';
export { bringIntoForce } from './drafting/actions/bring-into-force.ts';
export { changeDraft, restoreDraft, withdrawDraft } from './drafting/actions/write.ts';
export { documentOf } from './drafting/document.ts';
export { agreementsInTheMaking } from './drafting/list/queries.ts';
export type { DraftRow } from './drafting/list/store.server.ts';
export { ownOrganisations, readAgreementDraft } from './drafting/queries.ts';
export { answerProposal } from './negotiating/actions/answer.ts';
export { noLongerRequire, recordApproval, requireApproval, takeBackApproval } from './negotiating/actions/approve.ts';
export { comment } from './negotiating/actions/comment.ts';
export { freezeForSignature, releaseFromSignature } from './negotiating/actions/freeze.ts';
export { propose, settle } from './negotiating/actions/propose.ts';
export { shareDraft } from './negotiating/actions/share.ts';
export { nameVersion } from './negotiating/actions/versions.ts';
export { approvalPathOf, approvalsOfDraft } from './negotiating/queries/approvals.ts';
export { negotiationLetter, type NegotiationOccasion } from './negotiating/letter.ts';
export { type Negotiation, negotiationOf, type ProposalView } from './negotiating/queries/negotiation.ts';
export { comparedVersions, draftVersions } from './negotiating/queries/versions.ts';
export {
  type AgreementRow,
  agreementForReview,
  agreementState,
  confirmedReading,
  everythingSaidOf,
  listAgreements,
  originalFile,
  unreadAgreements,
} from './queries.ts';
export { takeBackAgreement, takeUpAgreement } from './taking-back/actions/take-back.ts';
export { takenBackAgreements } from './taking-back/queries.ts';
export { validateReceived } from './signed/actions.ts';
export { validationOf } from './signed/queries.ts';
export { fileTooLarge, LIMITS } from './intake/limits.ts';
export type { IntakeNote } from './intake/note.ts';
export { type ApartReader, apartReader } from './read-apart.server.ts';
export type { ReadFile } from './read-file.server.ts';

export { addFact } from './actions/add-fact.ts';
export { commence } from './actions/commence.ts';
export { confirmAll, decide } from './actions/decide.ts';
export { receiveAgreement } from './actions/receive.ts';
export { giveUpReading, takeReading } from './actions/take-reading.ts';
export { beginAgreementDraft, carryOnDocument, openDraft } from './drafting/actions/begin.ts';
export { bringIntoForce } from './drafting/actions/bring-into-force.ts';
export { applyToDraft, changeDraft, withdrawDraft } from './drafting/actions/write.ts';
export { documentOf } from './drafting/document.ts';
export { agreementsInTheMaking, ownOrganisations, readAgreementDraft } from './drafting/queries.ts';
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
export { fileTooLarge, LIMITS } from './intake/limits.ts';
export type { IntakeNote } from './intake/note.ts';
export { type ApartReader, apartReader } from './read-apart.server.ts';
export type { ReadFile } from './read-file.server.ts';

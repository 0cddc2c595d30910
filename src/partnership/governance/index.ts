export { archive, recordSuccession, reopen, settle } from './actions/closing.ts';
export { addStep, ownStep, recordOutcome, removeStep, undoOutcome } from './actions/extension.ts';
export { giveNotice } from './actions/notice.ts';
export { rescind, seeRemedied, warn } from './actions/rescission.ts';
export { agreeToWithdraw } from './actions/withdrawal.ts';
export { endingLetter, warningLetter, withdrawalLetter } from './letter.ts';
export { type Course, courseOf } from './queries/course.ts';
export { besideTheAgreement, closings } from './queries/planning.ts';
export type { Closing } from './store/closing.server.ts';

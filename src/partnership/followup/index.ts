export { attachFiles, fileTooLarge, removeFile } from './actions/files.ts';
export { handIn } from './actions/hand-in.ts';
export { registerSubmission, setCaseSeries } from './actions/register.ts';
export { beginDraft, beginSuccessor, discardDraft, saveDraft } from './actions/write.ts';
export { disposeSubmissions, partnershipsWithSubmissions } from './disposal.ts';
export { caseSeriesOf, draftFile, handedInFrom, ownWorkspace, readDraft, whatHappens } from './queries/drafts.ts';
export { readSubmission, sealedForm, submissionsByDuty, submissionsOfPartnership, submittedFile } from './queries/submissions.ts';
export { evidenceOf, receiptLetter } from './receipt.ts';
export { tableOfSubmissions } from './table.ts';

import { submittedFile } from '#partnership/followup';
import { valueOr404 } from '../../../../../../answer.ts';
import { asDownload } from '../../../../../../download.ts';
import type { RequestHandler } from './$types';

/** A file of what has been handed in, for both sides. */
export const GET: RequestHandler = async ({ locals, params: { id, submission, sha256 } }) =>
  asDownload(valueOr404(await submittedFile(locals.context, { agreementId: id, submissionId: submission, sha256 })));

import { draftFile } from '#partnership/followup';
import { valueOr404 } from '../../../../../../answer.ts';
import { asDownload } from '../../../../../../download.ts';
import type { RequestHandler } from './$types';

/** A file of a draft, for those who write it. */
export const GET: RequestHandler = async ({ locals, params: { id, draft, sha256 } }) =>
  asDownload(valueOr404(await draftFile(locals.context, { agreementId: id, draftId: draft, sha256 })));

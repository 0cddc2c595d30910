import { signingFile } from '#partnership/signing';
import { valueOr404 } from '../../../answer.ts';
import { asDownload } from '../../../download.ts';
import type { RequestHandler } from './$types';

/** A file of a signing, to be saved: what is being signed, what has been sealed, a scanned paper, the evidence. */
export const GET: RequestHandler = async ({ locals, params }) =>
  asDownload(valueOr404(await signingFile(locals.context, locals.documents, { signingId: params.signing, file: params.file })));

import { signingFile } from '#partnership/signing';
import { valueOr404 } from '../../../answer.ts';
import { asDownload } from '../../../download.ts';
import type { RequestHandler } from './$types';

/** A file of a signing, to be saved: what is being signed, what has been sealed, a scanned paper, the evidence. */
export const GET: RequestHandler = async ({ locals: { context, signing }, params }) =>
  asDownload(valueOr404(await signingFile(context, signing.renderer, { signingId: params.signing, file: params.file })));

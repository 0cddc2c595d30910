import { originalFile } from '#partnership/agreement';
import { openDocument } from '#partnership/people';
import { valueOr404 } from '../../../answer.ts';
import { asDownload } from '../../../download.ts';
import type { RequestHandler } from './$types';

/** The file that was handed in. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { fileName: name, bytes } = valueOr404(await originalFile(locals.context, params.id));
  valueOr404(await openDocument(locals.context, { agreementId: params.id }));
  return asDownload({ name, bytes });
};

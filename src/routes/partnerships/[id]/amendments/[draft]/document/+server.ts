import { amendmentFile } from '#partnership/agreement';
import { valueOr404 } from '../../../../../answer.ts';
import { asDownload } from '../../../../../download.ts';
import type { RequestHandler } from './$types';

/** The sealed file of an amendment in force, as it was signed. */
export const GET: RequestHandler = async ({ locals, params }) => {
  const { fileName: name, bytes } = valueOr404(await amendmentFile(locals.context, params.id, params.draft));
  return asDownload({ name, bytes });
};

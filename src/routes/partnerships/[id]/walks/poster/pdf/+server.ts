import { done, refuse } from '#kernel/outcome.ts';
import { valueOr404 } from '../../../../../answer.ts';
import { asDownload } from '../../../../../download.ts';
import { sheetOf } from '../sheet.ts';
import type { RequestHandler } from './$types';

/** The same sheet as a file for whoever prints it, on A4. */
export const GET: RequestHandler = async ({ locals, params: { id }, url }) => {
  const sheet = await sheetOf(locals.context, locals.signIn.house, id, url);
  const poster = valueOr404(sheet ? done(sheet) : refuse('conflict', 'walks.nothing-ahead'));
  return asDownload({ name: `${poster.title}.pdf`, bytes: valueOr404(await locals.documents.poster(poster)) });
};

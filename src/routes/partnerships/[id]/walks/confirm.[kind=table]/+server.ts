import { tableOfNights, walkedNights } from '#partnership/walks';
import { valueOr404 } from '../../../../answer.ts';
import { tableFile } from '../../../../table-file.ts';
import { ALL_DAYS, narrowed, shownFrom } from '../confirm/filter.ts';
import type { RequestHandler } from './$types';

/** Walked nights as a table to settle from, narrowed as the page is. */
export const GET: RequestHandler = async ({ locals: { context }, params, url }) =>
  tableFile(tableOfNights(narrowed(valueOr404(await walkedNights(context, params.id, ALL_DAYS)), shownFrom(url))), params.kind);

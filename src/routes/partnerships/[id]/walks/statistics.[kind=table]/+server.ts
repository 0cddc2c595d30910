import { kindFrom, tableOfStatistics, walkStatistics } from '#partnership/walks';
import { valueOr404 } from '../../../../answer.ts';
import { tableFile } from '../../../../table-file.ts';
import { halfOf } from '../half-years.ts';
import type { RequestHandler } from './$types';

/** Statistics as a table for a spreadsheet, with the same numbers hidden as on the page. */
export const GET: RequestHandler = async ({ locals: { context }, params, url }) => {
  const choice = { half: halfOf(url, context.clock.today()), kind: kindFrom(url.searchParams.get('kind')) };
  return tableFile(tableOfStatistics(valueOr404(await walkStatistics(context, params.id, choice))), params.kind);
};

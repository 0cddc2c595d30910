import { tableOfReports, walkReports } from '#partnership/walks';
import { valueOr404 } from '../../../../answer.ts';
import { tableFile } from '../../../../table-file.ts';
import { halfOf } from '../half-years.ts';
import type { RequestHandler } from './$types';

/** Walk reports as a table for a spreadsheet, of the half-year that the page shows. */
export const GET: RequestHandler = async ({ locals: { context }, params, url }) =>
  tableFile(tableOfReports(valueOr404(await walkReports(context, params.id, halfOf(url, context.clock.today())))), params.kind);

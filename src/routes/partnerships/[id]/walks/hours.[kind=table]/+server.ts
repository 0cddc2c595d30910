import { hoursOfWalkers, tableOfHours } from '#partnership/walks';
import { valueOr404 } from '../../../../answer.ts';
import { tableFile } from '../../../../table-file.ts';
import { halfOf } from '../half-years.ts';
import type { RequestHandler } from './$types';

/** Walkers' hours as a table for a spreadsheet, of the half-year that the page shows. */
export const GET: RequestHandler = async ({ locals: { context }, params, url }) =>
  tableFile(tableOfHours(valueOr404(await hoursOfWalkers(context, params.id, halfOf(url, context.clock.today())))), params.kind);

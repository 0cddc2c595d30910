import { submissionsOfPartnership, tableOfSubmissions } from '#partnership/followup';
import { valueOr404 } from '../../../answer.ts';
import { filterFrom } from '../submissions/filter.ts';
import { tableFile } from '../../../table-file.ts';
import type { RequestHandler } from './$types';

/** What has been handed in as a table for a spreadsheet, narrowed as the page is. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { rows } = valueOr404(await submissionsOfPartnership(locals.context, params.id, filterFrom(url)));
  return tableFile(tableOfSubmissions(rows), params.kind);
};

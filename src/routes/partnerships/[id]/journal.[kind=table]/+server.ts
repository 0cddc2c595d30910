import { guard } from '#partnership/people';
import { partnershipHistory } from '#platform/journal/history.ts';
import { valueOr404 } from '../../../answer.ts';
import { tableOfEntries } from '../../../journal/entries-table.ts';
import { filterFrom } from '../../../journal/filter.ts';
import { tableFile } from '../../../table-file.ts';
import type { RequestHandler } from './$types';

/** Rows in a table: the newest. */
const LARGEST = 5000;

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { rows } = valueOr404(await partnershipHistory(locals.context, params.id, filterFrom(url, LARGEST)));
  const { hide } = await guard(locals.context);
  return tableFile(tableOfEntries(hide(params.id, rows)), params.kind);
};

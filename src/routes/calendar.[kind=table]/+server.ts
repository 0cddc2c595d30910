import { dutiesDue, tableOfDuties } from '#partnership/commitments';
import { guard } from '#partnership/people';
import { valueOr404 } from '../answer.ts';
import { kindsNamed } from '../duty/kinds.ts';
import { tableFile } from '../table-file.ts';
import type { RequestHandler } from './$types';

/** Rows in a table of all partnerships: the next ones. */
const LARGEST = 5000;

export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { rows } = valueOr404(await dutiesDue(locals.context, { limit: LARGEST, kinds: kindsNamed(url.searchParams.get('kind')) }));
  const { hide } = await guard(locals.context);
  return tableFile(tableOfDuties(rows.map((row) => hide(row.agreementId, row))), params.kind);
};

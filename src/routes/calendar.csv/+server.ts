import { dutiesDue } from '#partnership/commitments';
import { guard } from '#partnership/people';
import { valueOr404 } from '../answer.ts';
import { asTable } from '../duty/files.ts';
import { kindsNamed } from '../duty/kinds.ts';
import type { RequestHandler } from './$types';

/** Rows in a table of all partnerships: the next ones. */
const LARGEST = 5000;

export const GET: RequestHandler = async ({ locals, url }) => {
  const { rows } = valueOr404(await dutiesDue(locals.context, { limit: LARGEST, kinds: kindsNamed(url.searchParams.get('kind')) }));
  const { hide } = await guard(locals.context);
  return asTable(rows.map((row) => hide(row.agreementId, row)));
};

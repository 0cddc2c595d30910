import { listAgreements } from '#partnership/agreement';
import { dutiesOfPartnerships } from '#partnership/commitments';
import { closings } from '#partnership/governance';
import { guard } from '#partnership/people';
import { valueOr404 } from '../answer.ts';
import { hideEach } from '../hide-each.ts';
import { activeNamed, takenBackNamed } from '../partnerships/filter.ts';
import { asRows } from '../partnerships/rows.ts';
import { tableOfPartnerships } from '../partnerships/table.ts';
import { tableFile } from '../table-file.ts';
import type { RequestHandler } from './$types';

/** Rows in a table of partnerships: the newest. */
const LARGEST = 5000;

/** The partnerships as a table, narrowed as the page is. */
export const GET: RequestHandler = async ({ locals: { context }, params, url }) => {
  const list = valueOr404(await listAgreements(context, { limit: LARGEST, active: activeNamed(url), takenBack: takenBackNamed(url) }));
  const { hide } = await guard(context);
  const ids = list.rows.map(({ id }) => id);
  const known = { duties: hideEach(hide, valueOr404(await dutiesOfPartnerships(context, ids))), closings: valueOr404(await closings(context, ids)) };
  const { rows } = asRows(list.rows.map((row) => hide(row.id, row)), known, context.clock.today());
  return tableFile(tableOfPartnerships(rows, context.clock.today()), params.kind);
};

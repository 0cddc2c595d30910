import { agreementsInTheMaking } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { valueOr404 } from '../answer.ts';
import { stageNamed, tableOfDrafts } from '../drafts/listed.ts';
import { tableFile } from '../table-file.ts';
import type { RequestHandler } from './$types';

/** Rows in a table of drafts: the newest. */
const LARGEST = 5000;

/** The drafts as a table, narrowed as the page is. */
export const GET: RequestHandler = async ({ locals: { context }, params, url }) => {
  const { rows } = valueOr404(await agreementsInTheMaking(context, { stage: stageNamed(url), limit: LARGEST }));
  const { hide } = await guard(context);
  return tableFile(tableOfDrafts(rows.map((row) => hide(row.agreementId, row)), context.clock.today()), params.kind);
};

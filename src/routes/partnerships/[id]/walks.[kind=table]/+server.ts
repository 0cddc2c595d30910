import { addDays } from '#kernel/calendar-date.ts';
import { guard } from '#partnership/people';
import { planOf } from '#partnership/walks';
import { valueOr404 } from '../../../answer.ts';
import { tableFile } from '../../../table-file.ts';
import { filterFrom, narrowed } from '../walks/filter.ts';
import { tableOfPlan } from '../walks/plan-table.ts';
import type { RequestHandler } from './$types';

/** The plan as a table for a spreadsheet, narrowed as the page is. */
export const GET: RequestHandler = async ({ locals: { context }, params: { id, kind }, url }) => {
  const today = context.clock.today();
  const filter = filterFrom(url);
  const walks = valueOr404(await planOf(context, id, { from: today, to: addDays(today, filter.weeks * 7) }));
  const { hide } = await guard(context);
  return tableFile(tableOfPlan(hide(id, narrowed(walks, filter))), kind);
};

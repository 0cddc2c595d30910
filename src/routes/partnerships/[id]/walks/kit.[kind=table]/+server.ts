import { guard } from '#partnership/people';
import { kitOf } from '#partnership/walks';
import { dayCell } from '#kernel/table.ts';
import * as m from '#messages';
import { kitName } from '#pure/walks';
import { valueOr404 } from '../../../../answer.ts';
import { tableFile } from '../../../../table-file.ts';
import { filterFrom, shownBy } from '../kit/filter.ts';
import type { RequestHandler } from './$types';

/** The kit as a table for a spreadsheet, narrowed as the page is. */
export const GET: RequestHandler = async ({ locals: { context }, params, url }) => {
  const items = valueOr404(await kitOf(context, params.id)).items.filter(shownBy(filterFrom(url)));
  const head = [m.kit_thing(), m.kit_lend_to(), m.kit_holder(), m.kit_lent(), m.kit_due(), m.kit_damaged()];
  const rows = (await guard(context)).hide(params.id, items).map((item) => [
    kitName(item), item.loan?.group.name ?? null, item.loan?.holder ?? null, dayCell(item.loan?.lentOn), dayCell(item.loan?.dueOn), item.damages.map(({ words }) => words).join(', ') || null,
  ]);
  return tableFile({ head, rows }, params.kind);
};

import { agreementState } from '#partnership/agreement';
import { guard } from '#partnership/people';
import type { Context } from '#platform/context.ts';
import { type HistoryEntry, ownHistory } from '#platform/journal/history.ts';
import { valueOr404 } from '../../answer.ts';
import { hideEach } from '../../hide-each.ts';
import { filterFrom } from '../../journal/filter.ts';
import { shown } from '../../journal/shown.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;

export const load: PageServerLoad = async ({ locals, url }) => {
  const filter = filterFrom(url, PAGE);
  const { rows, next } = valueOr404(await ownHistory(locals.context, { ...filter, who: null }));
  return { kind: filter.room ?? null, entries: shown(rows, hideEach((await guard(locals.context)).hide, await titlesOf(locals.context, rows))), next };
};

/** What the partnerships are called; one that the reader has left stays without a name. */
async function titlesOf(context: Context, rows: HistoryEntry[]): Promise<Map<string, string>> {
  const titles = new Map<string, string>();
  for (const id of new Set(rows.flatMap(({ agreementId }) => agreementId ?? []))) {
    const found = await agreementState(context, id);
    if (found.ok) titles.set(id, found.value.title ?? found.value.fileName);
  }
  return titles;
}

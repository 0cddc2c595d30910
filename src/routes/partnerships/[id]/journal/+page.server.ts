import { agreementState } from '#partnership/agreement';
import { guard } from '#partnership/people';
import { partnershipHistory } from '#platform/journal/history.ts';
import { valueOr404 } from '../../../answer.ts';
import { filterFrom } from '../../../journal/filter.ts';
import { shown } from '../../../journal/shown.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const filter = filterFrom(url, PAGE);
  const { rows, next, people } = valueOr404(await partnershipHistory(locals.context, params.id, filter));
  const { title, fileName } = valueOr404(await agreementState(locals.context, params.id));
  const { hide } = await guard(locals.context);
  return hide(params.id, { id: params.id, title: title ?? fileName, kind: filter.room ?? null, who: people.some(({ id }) => id === filter.who) ? filter.who! : null, entries: shown(rows), next, people });
};

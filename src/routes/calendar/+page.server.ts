import { dutiesWithin, findDuty } from '#partnership/commitments';
import { valueOr404 } from '../answer.ts';
import { kindsNamed } from '../duty/kinds.ts';
import { complete, place, undo } from '../duty/record.ts';
import type { Actions, PageServerLoad } from './$types';
import { monthNamed, monthOf } from './month.ts';

/** Duties of one month shown at most. */
const MOST = 300;

export const load: PageServerLoad = async ({ locals, url }) => {
  const { context } = locals;
  const today = context.clock.today();
  const kind = url.searchParams.get('kind');
  const done = url.searchParams.get('done');
  const month = monthNamed(url.searchParams.get('month')) ?? monthOf(today);
  const marked = done ? await findDuty(context, done) : null;
  return { today, kind, month, ...valueOr404(await dutiesWithin(context, { period: month, limit: MOST, kinds: kindsNamed(kind) })), marked: marked?.ok && marked.value.state === 'done' ? marked.value : null };
};

export const actions: Actions = { complete, place, undo };

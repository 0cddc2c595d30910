import { dutiesWithin, findDuty } from '#partnership/commitments';
import { guard } from '#partnership/people';
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
  const { hide } = await guard(context);
  const { rows, more } = valueOr404(await dutiesWithin(context, { period: month, limit: MOST, kinds: kindsNamed(kind) }));
  return {
    today,
    kind,
    month,
    rows: rows.map((row) => hide(row.agreementId, row)),
    more,
    marked: marked?.ok && marked.value.state === 'done' ? hide(marked.value.agreementId, marked.value) : null,
  };
};

export const actions: Actions = { complete, place, undo };

import { guard } from '#partnership/people';
import { occasionsIn, planningGround, planOf } from '#partnership/walks';
import { abilitiesIn } from '#platform/access/ask.ts';
import { valueOr404 } from '../../../../answer.ts';
import { monthNamed, monthOf } from '../../../../calendar/month.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params: { id }, url }) => {
  const today = context.clock.today();
  const month = monthNamed(url.searchParams.get('month')) ?? monthOf(today);
  const walks = valueOr404(await planOf(context, id, { from: month.start, to: month.end }));
  const { hide } = await guard(context);
  return hide(id, {
    id,
    today,
    month,
    walks,
    occasions: valueOr404(await occasionsIn(context, id, month)),
    ...valueOr404(await planningGround(context, id)),
    may: await abilitiesIn(context, id),
  });
};

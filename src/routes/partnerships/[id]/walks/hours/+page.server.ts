import { hoursOfWalkers } from '#partnership/walks';
import { valueOr404 } from '../../../../answer.ts';
import { halfOf } from '../half-years.ts';
import { walksPage } from '../walks-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  const half = halfOf(url, context.clock.today());
  return { walkers: valueOr404(await hoursOfWalkers(context, params.id, half)), half, ...(await walksPage(context, params.id)) };
};

import { kindFrom, walkStatistics } from '#partnership/walks';
import { valueOr404 } from '../../../../answer.ts';
import { halfOf } from '../half-years.ts';
import { walksPage } from '../walks-page.ts';
import { drawingsOf } from './drawings.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params, url }) => {
  const half = halfOf(url, context.clock.today());
  const kind = kindFrom(url.searchParams.get('kind'));
  const statistics = valueOr404(await walkStatistics(context, params.id, { half, kind }));
  return { statistics, drawings: statistics.areas.length > 0 ? drawingsOf(statistics) : [], half, kind, ...(await walksPage(context, params.id)) };
};

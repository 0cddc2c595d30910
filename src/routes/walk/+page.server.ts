import { ownWalks, shownWalksOf } from '#partnership/walks';
import { valueOr404 } from '../answer.ts';
import { walkingContext } from '../walking.ts';
import type { PageServerLoad } from './$types';

/** One's own walks for whoever is known; a group's coming walks for anybody who has its address, as a poster gives it. */
export const load: PageServerLoad = async (event) => {
  event.setHeaders({ 'cache-control': 'no-store' });
  const group = event.url.searchParams.get('group');
  const walker = await walkingContext(event);
  return {
    own: walker ? valueOr404(await ownWalks(walker)) : null,
    ofGroup: group ? valueOr404(await shownWalksOf(event.locals.signIn.house, group)) : null,
  };
};

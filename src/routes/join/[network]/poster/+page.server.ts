import { joinView } from '#partnership/walks';
import { valueOr404 } from '../../../answer.ts';
import type { PageServerLoad } from './$types';
import { posterOf } from './poster-of.ts';

/** A sheet to put up, with the page's address to read and to photograph. */
export const load: PageServerLoad = async ({ locals: { signIn }, params, url }) => {
  const join = valueOr404(await joinView(signIn.house, params.network));
  return { slug: join.slug, poster: posterOf(join, url.origin) };
};

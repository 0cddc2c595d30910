import { joinView } from '#partnership/walks';
import { valueOr404 } from '../../../answer.ts';
import type { PageServerLoad } from './$types';

/** A sheet to put up, with the page's address to read and to photograph. */
export const load: PageServerLoad = async ({ locals: { signIn }, params, url }) => {
  const join = valueOr404(await joinView(signIn.house, params.network));
  const at = `${url.origin}/join/${join.slug}`;
  return { join, at };
};

import { encode } from 'uqr';
import { joinView } from '#partnership/walks';
import { valueOr404 } from '../../../answer.ts';
import type { PageServerLoad } from './$types';

/** A sheet to put up, with the page's address to read and to photograph. */
export const load: PageServerLoad = async ({ locals: { signIn }, params, url }) => {
  const join = valueOr404(await joinView(signIn.house, params.network));
  const at = `${url.origin}/join/${join.slug}`;
  const { size, data } = encode(at, { ecc: 'M', border: 4 });
  // Each dark square of the code, drawn as a path: it prints sharp at any size.
  const squares = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : [])));
  return { join, at, size, path: squares.join('') };
};

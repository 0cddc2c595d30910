import type { Handle } from '@sveltejs/kit/hooks';
import { mapTiles } from '#platform/settings/map-tiles.ts';

/** The pages that can show a map. */
const WITH_MAP = /^\/partnerships\/\[id\]\/walks\/areas/;

/** Pages with a map may also fetch its ground from where the settings say, and from nowhere else. */
export const withMapTiles: Handle = async ({ event, resolve }) => {
  const response = await resolve(event);
  const tiles = WITH_MAP.test(event.route.id ?? '') ? mapTiles(process.env) : null;
  const policy = response.headers.get('content-security-policy');
  if (tiles && policy) response.headers.set('content-security-policy', policy.replace(/\b(img-src|connect-src) /g, `$1 ${new URL(tiles.url).origin} `));
  return response;
};

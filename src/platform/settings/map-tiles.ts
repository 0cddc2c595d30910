import { StartFailure } from '../start-failure.ts';

/** Where the ground under a map comes from: an address with `{z}`, `{x}` and `{y}` in it, and who is to be thanked. */
export interface MapTiles {
  url: string;
  attribution: string;
}

/**
 * The map tiles from `MAP_TILES` and `MAP_ATTRIBUTION`; null where nobody has said, and then maps have no ground but a
 * graticule. Throws `StartFailure` when they are no address of tiles over TLS.
 */
export function mapTiles({ MAP_TILES: url, MAP_ATTRIBUTION: attribution = '' }: NodeJS.ProcessEnv): MapTiles | null {
  if (!url) return null;
  const address = URL.canParse(url) ? new URL(url) : null;
  if (address?.protocol !== 'https:' || !['{z}', '{x}', '{y}'].every((part) => url.includes(part)) || /[\s;,'"]/.test(url)) throw new StartFailure('map-tiles-unreadable', { url });
  return { url, attribution };
}

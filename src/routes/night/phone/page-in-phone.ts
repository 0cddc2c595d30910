import { forget, keepPage, keptPages, ownOf } from './kept.ts';
import { CACHE } from './cache.ts';

/** Milliseconds after its end that the page of a walk is kept in the telephone: who walked is nobody's afterwards. */
const KEPT_FOR = 24 * 3_600_000;

/** Puts the page and all that it loads in the telephone, so that it opens without network. True when it does. */
export async function pageInPhone({ walkId, ends }: { walkId: string; ends: string }): Promise<boolean> {
  if (!('serviceWorker' in navigator) || !('caches' in globalThis)) return false;
  try {
    const base = location.pathname.slice(0, location.pathname.lastIndexOf('/'));
    await navigator.serviceWorker.register(`${base}/worker.js`, { scope: base });
    await navigator.serviceWorker.ready;
    const cache = await caches.open(CACHE);
    await cache.addAll([location.pathname, ...loaded()]);
    await keepPage({ walkId, path: location.pathname, ends });
    return true;
  } catch {
    // Without network it may be there from last time.
    return (await caches.match(location.pathname)) !== undefined;
  }
}

const loaded = (): string[] => [...document.querySelectorAll<HTMLLinkElement | HTMLScriptElement>('link[rel=stylesheet], link[rel=icon], link[rel=manifest], script[src]')].map((element) => ('src' in element ? element.src : element.href));

/** Throws away the pages of walks that are long over, with their entries, unless something has not been sent. */
export async function forgetOldPages(now: number): Promise<void> {
  for (const { walkId, path, ends } of await keptPages()) {
    if (Date.parse(ends) + KEPT_FOR > now || (await ownOf(walkId)).some(({ progress }) => progress === 'kept')) continue;
    await forget(walkId);
    await (await caches.open(CACHE)).delete(path);
  }
}

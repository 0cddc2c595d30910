/// <reference lib="webworker" />
import { CACHE } from './cache.ts';
import { keptPages, ownOf } from './kept.ts';
import { SEND, sendSome } from './sending.ts';

const worker = globalThis as unknown as ServiceWorkerGlobalScope;

worker.addEventListener('install', () => void worker.skipWaiting());
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method !== 'GET' || new URL(url).origin !== location.origin) return;
  event.respondWith(fromPhone(event));
});

/** Network has come back, and perhaps no page is open: Chromium asks here. */
worker.addEventListener('sync' as keyof ServiceWorkerGlobalScopeEventMap, (event) => {
  const { tag, waitUntil } = event as ExtendableEvent & { tag: string };
  if (tag === SEND) waitUntil.call(event, sendAll());
});

/** Sends what has not gone of every walk. Fails where there was no network after all: the browser then asks again. */
async function sendAll(): Promise<void> {
  for (const { walkId, path } of await keptPages()) {
    for (let own = await ownOf(walkId); own.some(({ progress }) => progress === 'kept'); own = await ownOf(walkId)) {
      const came = await sendSome(walkId, `${path}/entries`, own);
      if (came === 'no-network') throw new Error(came);
      if (came === 'unknown-phone' || 'refused' in came) break;
    }
  }
}

/** What the telephone has is shown at once, and a page is fetched anew for the next time; the rest comes over the network. */
async function fromPhone(event: FetchEvent): Promise<Response> {
  const { request } = event;
  const kept = await caches.match(request, { ignoreVary: true });
  if (!kept) return request.mode === 'navigate' ? orLastPage(request) : fetch(request);
  if (request.mode === 'navigate') event.waitUntil(renewed(request).catch(() => {}));
  return kept;
}

/** Keeps the newest page, once all that it loads is here too: an older page that works is better than a new one that does not. */
async function renewed({ url }: Request): Promise<void> {
  const response = await fetch(url, { redirect: 'manual' });
  if (!response.ok) return;
  const cache = await caches.open(CACHE);
  const loads = [...(await response.clone().text()).matchAll(/(?:href|src)="([^"]+\.(?:css|js)(?:\?[^"]*)?)"/g)].map(([, path]) => new URL(path, url).href);
  for (const asset of loads) if (!(await cache.match(asset))) await cache.add(asset);
  await cache.put(url, response);
}

/** Without network the way in from the home screen leads to the walk that was opened last. */
async function orLastPage(request: Request): Promise<Response> {
  try {
    return await fetch(request);
  } catch (fault) {
    const pages = (await (await caches.open(CACHE)).keys()).filter(({ url }) => /\/night\/[0-9a-f-]{36}$/.test(new URL(url).pathname));
    const last = pages.at(-1);
    if (!last) throw fault;
    return Response.redirect(last.url);
  }
}

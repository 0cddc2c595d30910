import type { Handle } from '@sveltejs/kit/hooks';
import { fromThisMachine } from '#platform/http/this-machine.ts';
import type { Watched } from '#platform/http/watch.ts';
import { isOpenToOthers } from '#platform/settings/opening.ts';
import { bearsMetricsToken, metrics } from '#platform/watch/metrics.ts';
import type { Readiness } from '#platform/watch/readiness.ts';

/** Notes for the log and the metrics which route a request is for, and answers those who watch over the program before anybody is asked who they are. */
export const watched =
  (ready: () => Promise<Readiness>): Handle =>
  async ({ event, resolve }) => {
    const { pathname } = event.url;
    const answer = Object.hasOwn(WATCHERS, pathname) ? WATCHERS[pathname] : undefined;
    if (event.platform) (event.platform.req as Watched).route = answer ? `watch:${pathname}` : (event.route.id ?? 'nowhere');
    return answer ? answer(event, ready) : resolve(event);
  };

const WATCHERS: Record<string, (event: Parameters<Handle>[0]['event'], ready: () => Promise<Readiness>) => Promise<Response>> = {
  /** The process lives. */
  '/healthz': async () => Response.json({ alive: true }),

  /** Visitors may be sent here. */
  async '/readyz'(_event, ready) {
    const readiness = await ready();
    return Response.json(readiness, { status: Object.values(readiness).every(Boolean) ? 200 : 503 });
  },

  /** For whoever bears the token, and without one for this machine, while nobody else reaches the program. */
  async '/metrics'(event) {
    const { METRICS_TOKEN: token } = process.env;
    const may = token ? bearsMetricsToken(event.request.headers.get('authorization'), process.env) : !isOpenToOthers(process.env) && fromThisMachine(event);
    if (!may) return new Response(null, { status: 401, headers: { 'www-authenticate': 'Bearer' } });
    const { type, text } = await metrics();
    return new Response(text, { headers: { 'content-type': type } });
  },
};

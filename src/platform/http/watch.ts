import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { Histogram } from 'prom-client';
import { type Level, log } from '../log/log.ts';
import { once } from '../log/metrics.ts';

/** A request on which the pages note which route it was for, as `/partnerships/[id]`. */
export type Watched = IncomingMessage & { route?: string };

/** The header that carries a request's own id inwards, to the log of faults, and out again, to whoever asks for help. */
export const REQUEST_ID = 'x-request-id';

const seconds = once(
  'handslag_http_request_seconds',
  (name) => new Histogram({ name, help: 'Time until a request was answered.', labelNames: ['route', 'status'], buckets: [0.005, 0.02, 0.05, 0.1, 0.25, 1, 3, 10] }),
);

/** Gives the request an id and, when it has been answered or left, tells the log and the metrics how it went. */
export function watch(request: Watched, response: ServerResponse): void {
  const id = randomUUID();
  const begun = performance.now();
  request.headers[REQUEST_ID] = id;
  response.setHeader(REQUEST_ID, id);
  response.once('close', () => {
    const status = response.writableFinished ? response.statusCode : LEFT;
    const route = request.route ?? (status < 400 ? 'file' : 'refused');
    const ms = Math.round(performance.now() - begun);
    seconds.observe({ route, status }, ms / 1000);
    log(levelOf(route, status), { event: 'request', request: id, method: request.method ?? '', route, status, ms });
  });
}

/** What nginx calls a visitor who went before the answer came. */
const LEFT = 499;

/** Files and those who watch over the program ask often and say little. */
const levelOf = (route: string, status: number): Level => (status >= 500 ? 'warn' : route === 'file' || route.startsWith('watch:') ? 'debug' : 'info');

import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, register } from 'prom-client';
import type { Ports } from '../context.ts';
import { once } from '../log/metrics.ts';
import { isOpenToOthers } from '../settings/opening.ts';

/** Begins to count what the process and its database connections do. Once a process. */
export function beginMetrics({ data }: Ports): void {
  collectDefaultMetrics();
  once('handslag_database_connections', (name) => {
    const help = 'Connections to the database that are busy or idle, and requests that wait for one.';
    return new Gauge({
      name,
      help,
      labelNames: ['state'],
      collect() {
        for (const [state, count] of Object.entries(data.connections.count())) this.set({ state }, count);
      },
    });
  });
}

/** Everything counted, as Prometheus reads it. */
export const metrics = async (): Promise<{ type: string; text: string }> => ({ type: register.contentType, text: await register.metrics() });

/**
 * True for whoever may read the metrics: with `METRICS_TOKEN`, whoever bears it; without, anyone while only this machine
 * reaches the program. Behind a proxy everybody comes from this machine, so there it takes the token.
 */
export function mayReadMetrics(authorization: string | null, environment: NodeJS.ProcessEnv): boolean {
  const { METRICS_TOKEN: token } = environment;
  if (!token) return !isOpenToOthers(environment);
  return timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

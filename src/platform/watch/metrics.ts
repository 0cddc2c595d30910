import { createHash, timingSafeEqual } from 'node:crypto';
import { collectDefaultMetrics, Gauge, register } from 'prom-client';
import { system } from '../actor.ts';
import { contextFor, type Ports } from '../context.ts';
import { once } from '../log/metrics.ts';
import { lettersLeft } from '../mail/outbox.ts';

/** Begins to count what the process, its database connections and its letters do. Once a process. */
export function beginMetrics(ports: Ports): void {
  collectDefaultMetrics();
  const house = contextFor(ports, system('metrics'));
  states('handslag_database_connections', 'Connections to the database that are busy or idle, and requests that wait for one.', async () => ports.data.connections.count());
  states('handslag_letters', 'Letters in the outbox that wait for their turn, and those refused for good.', () => lettersLeft(house));
}

/** Numbers that are looked up when somebody asks, one for each state. */
function states(name: string, help: string, look: () => Promise<object>): void {
  once(name, () => {
    const collect = async (): Promise<void> => {
      for (const [state, count] of Object.entries(await look())) gauge.set({ state }, count as number);
    };
    const gauge = new Gauge({ name, help, labelNames: ['state'], collect });
    return gauge;
  });
}

/** Everything counted, as Prometheus reads it. */
export const metrics = async (): Promise<{ type: string; text: string }> => ({ type: register.contentType, text: await register.metrics() });

/** True of these credentials when they bear `METRICS_TOKEN`. */
export function bearsMetricsToken(authorization: string | null, { METRICS_TOKEN: token }: NodeJS.ProcessEnv): boolean {
  return token ? timingSafeEqual(digest(authorization ?? ''), digest(`Bearer ${token}`)) : false;
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

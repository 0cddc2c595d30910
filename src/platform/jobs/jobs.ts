import type { Job, PgBoss } from 'pg-boss';
import { system } from '../actor.ts';
import { type Context, contextFor, type Ports } from '../context.ts';
import { JOBS_SCHEMA } from '../database/application-role.ts';
import { logFault } from '../fault-log.ts';
import { queueOver } from './queue-over.ts';

/** What a job does, as the house itself. One that throws is logged and tried again twice. */
type Handler = (context: Context, data: Record<string, unknown>, signal: AbortSignal) => Promise<void>;

/** Work beside the answering of visitors, each job done by one of the processes that share a database, and again when that one died. */
export interface Jobs {
  /** Says who does the jobs of this name, which is made of the room and the verb: `mail.deliver`. */
  work(name: string, handler: Handler): void;
  /** Has a job of this name done at these times in Sweden. Those missed while nothing ran are made up for by one. */
  schedule(name: string, cron: string): void;
  /** Has a job done, a second from now at the earliest. While one of this name and key waits, no other is added. */
  send(name: string, data?: Record<string, unknown>, options?: { singletonKey?: string }): void;
  /** Begins; what was said before is done now. */
  start(): Promise<void>;
  /** Lets what is being done be done, for a second at most, and ends. What was cut off is done again at the next start. */
  stop(): Promise<void>;
}

/** Milliseconds for what is being done when the program is told to stop. */
const LAST_MOMENTS = 1_000;

/**
 * The ports with a queue in the program's own database; nothing of it is loaded or asked until it is started. Saying
 * something to it never waits and never fails, so that it may be said inside a transaction.
 */
export function withJobs(given: Omit<Ports, 'jobs'>, { pollingIntervalSeconds = 2 } = {}): Ports {
  const begun = Promise.withResolvers<PgBoss>();
  const queues = new Map<string, Promise<void>>();
  let starting: Promise<PgBoss> | null = null;
  let stopped = false;

  /** Says something to the queue of this name, which is made the first time, as soon as there is one. */
  const say = async (name: string, what: (boss: PgBoss) => Promise<unknown>): Promise<void> => {
    try {
      const boss = await begun.promise;
      if (stopped) return;
      if (!queues.has(name)) queues.set(name, boss.createQueue(name, { policy: 'short' }));
      await queues.get(name);
      await what(boss);
    } catch (fault) {
      if (!stopped) logFault(`jobs ${name}`, fault);
    }
  };

  const jobs: Jobs = {
    work: (name, handler) => void say(name, (boss) => boss.work(name, { pollingIntervalSeconds }, asTheHouse(name, handler))),
    schedule: (name, cron) => void say(name, (boss) => boss.schedule(name, cron, {}, { tz: 'Europe/Stockholm', missed: 'once' })),
    send: (name, data = {}, { singletonKey } = {}) => void say(name, (boss) => boss.send(name, data, { singletonKey, startAfter: 1 })),
    async start() {
      if (stopped) return;
      starting ??= started(given);
      begun.resolve(starting);
      await starting;
    },
    async stop() {
      stopped = true;
      await starting?.then((boss) => boss.stop({ close: false, timeout: LAST_MOMENTS }), () => {});
    },
  };
  const ports: Ports = { ...given, jobs };
  const asTheHouse = (name: string, handler: Handler) => async ([job]: Job<Record<string, unknown>>[]) => {
    try {
      await handler(contextFor(ports, system(name)), job.data, job.signal);
    } catch (fault) {
      logFault(`job ${name}`, fault);
      throw fault;
    }
  };
  return ports;
}

async function started({ data }: Omit<Ports, 'jobs'>): Promise<PgBoss> {
  const { PgBoss } = await import('pg-boss');
  const boss = new PgBoss({
    db: queueOver(data.connections),
    schema: JOBS_SCHEMA,
    createSchema: false,
    // For tables far larger than these ever are; and an index cannot be rebuilt beside others' work in a transaction.
    reindex: false,
    monitorVacuum: false,
  });
  boss.on('error', (fault) => logFault('jobs', fault));
  return boss.start();
}

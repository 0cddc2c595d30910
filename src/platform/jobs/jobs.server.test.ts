import { sql } from 'kysely';
import { afterEach, expect, test, vi } from 'vitest';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import { loggedFaults } from '../../../tests/support/logged-faults.ts';
import { inTransaction, type Ports } from '../context.ts';
import { withJobs } from './jobs.ts';

const house = await freshHouse();
const running: Ports[] = [];
const quick = (): Ports => {
  const ports = withJobs(house, { pollingIntervalSeconds: 0.5 });
  running.push(ports);
  return ports;
};
afterEach(() => Promise.all(running.splice(0).map(({ jobs }) => jobs.stop())));
const soon = { timeout: 15_000, interval: 50 };

test('what was said before the start is done after it, as the house', async () => {
  const { jobs } = quick();
  const done: unknown[] = [];
  jobs.work('test.greet', async ({ actor }, data) => void done.push([actor, data]));
  jobs.send('test.greet', { to: 'Åsa' });
  await jobs.start();
  await vi.waitFor(() => expect(done).toEqual([[{ kind: 'system', name: 'test.greet' }, { to: 'Åsa' }]]), soon);
});

test('of two processes on the same database one does the job', async () => {
  const done: string[] = [];
  const [one, other] = [quick(), quick()];
  one.jobs.work('test.once', async () => void done.push('one'));
  other.jobs.work('test.once', async () => void done.push('other'));
  await Promise.all([one.jobs.start(), other.jobs.start()]);
  one.jobs.send('test.once');
  other.jobs.send('test.once');
  await vi.waitFor(() => expect(done.length).toBe(1), soon);
  await new Promise((later) => setTimeout(later, 2_500));
  expect(done.length).toBe(1);
});

test('a job that fails is logged and done again', async () => {
  const faults = loggedFaults('job test.stumble');
  const { jobs } = quick();
  let tries = 0;
  jobs.work('test.stumble', async () => {
    if (++tries === 1) throw new Error('stumbled');
  });
  jobs.send('test.stumble');
  await jobs.start();
  await vi.waitFor(() => expect(tries).toBe(2), soon);
  expect(faults()).toHaveLength(1);
});

test('a job said inside a transaction waits for nothing', async () => {
  const { jobs } = quick();
  await jobs.start();
  const done = vi.fn<() => void>();
  jobs.work('test.inside', async () => done());
  await inTransaction(house, async ({ database }) => {
    jobs.send('test.inside');
    await sql`select 1`.execute(database);
  });
  await vi.waitFor(() => expect(done).toHaveBeenCalledOnce(), soon);
});

test('a time of day is the time in Sweden, and what was missed is made up for once', async () => {
  const { jobs } = quick();
  jobs.schedule('test.daily', '0 7 * * *');
  await jobs.start();
  const planned = async () => (await sql`select name, cron, timezone, options->>'missed' as missed from jobs.schedule where name = 'test.daily'`.execute(house.database)).rows;
  await vi.waitFor(async () => expect(await planned()).toEqual([{ name: 'test.daily', cron: '0 7 * * *', timezone: 'Europe/Stockholm', missed: 'once' }]), soon);
});

test('an idle queue stops within a second, also one told to in the middle of its start', async () => {
  const ports = quick();
  ports.jobs.work('test.idle', async () => {});
  const starting = ports.jobs.start();
  const from = performance.now();
  await ports.jobs.stop();
  await starting;
  expect(performance.now() - from).toBeLessThan(1_500);
  const other = quick();
  other.jobs.work('test.idle', async () => {});
  await other.jobs.start();
  const then = performance.now();
  await other.jobs.stop();
  expect(performance.now() - then).toBeLessThan(1_000);
});

test('a queue that was never started says nothing and stops at once', async () => {
  const { jobs } = quick();
  jobs.send('test.never');
  const from = performance.now();
  await jobs.stop();
  await jobs.start();
  expect(performance.now() - from).toBeLessThan(50);
});

import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { entrust, letTakePart } from '#platform/access/assignments.ts';
import { system } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { openHouse } from '#platform/house.ts';
import type { FactView } from '#pure/agreement';
import { somebody } from '../../../../tests/support/cast.ts';
import { dutyText, fact, period } from '../../../../tests/support/duty-facts.ts';
import { freshSettings } from '../../../../tests/support/fresh-database.ts';
import { planDuties } from '../index.ts';

const DAY = '2026-06-02';
const PEOPLE = 30;
const settings = await freshSettings();

/** Does the work in the house's own context on the database, and closes it. */
async function inHouse<T>(work: (house: Context) => Promise<T>): Promise<T> {
  const { ports, close } = await openHouse(settings);
  try {
    return await work(contextFor({ ...ports, clock: stoppedClock('2026-01-05') }, system('Handslag')));
  } finally {
    await close();
  }
}

const reminding = (): ChildProcess => spawn(process.execPath, ['tests/support/reminding-child.ts', DAY], { env: { ...process.env, ...settings }, stdio: ['ignore', 'pipe', 'inherit'] });

/** Reminds in a process that is killed when it has written so much; it says a dot each time it asks what time it is. */
async function killedAfter(steps: number): Promise<void> {
  const child = reminding();
  let dots = 0;
  child.stdout!.on('data', (said: Buffer) => {
    dots += said.length;
    if (dots >= steps) child.kill('SIGKILL');
  });
  const [code] = await once(child, 'close');
  expect(code).toBe(null);
}

const kept = (house: Context) =>
  sql<{ told: number; letters: number; readers: number }>`
    select (select count(*)::int from commitments.reminder) as told, (select count(*)::int from platform.outbox) as letters, (select count(distinct to_address)::int from platform.outbox) as readers
  `.execute(house.database).then(({ rows }) => rows[0]);

test('killed in the middle of its letters, the house writes the rest when it starts again, and none twice', async () => {
  await inHouse(async (house) => {
    const agreementId = randomUUID();
    // A volunteer owes nothing and is told nothing.
    const { assignments } = await somebody(house, 'Volontären', { role: 'volunteer', organisation: 'Föreningen Lyktan' });
    const organisationId = assignments[0].organisation!.id;
    await letTakePart(house, agreementId, [organisationId]);
    const facts = [period('2026-01-01', '2027-12-31'), fact('deadline', { date: '2026-06-09', what: 'Delrapport' }, 14), fact('deadline', { date: '2026-06-08', what: 'Lägesbild' }, 28)];
    const views: FactView[] = facts.map((one) => ({ readValue: one.value, ...one, verdict: 'confirmed', decidedBy: 'Maja', decidedAt: null }));
    sure(await planDuties(house, { agreementId, facts: views, text: dutyText }));
    for (let at = 0; at < PEOPLE; at++) await entrust(house, { accountId: randomUUID(), role: 'outreach-worker', organisationId, agreementId: null });
  });

  let before = 0;
  // Between any two of the rows that belong together.
  for (const steps of [11, 12, 13]) {
    await killedAfter(steps);
    const { told, letters, readers } = await inHouse(kept);
    expect({ told, readers }).toEqual({ told: letters * 2, readers: letters });
    expect(letters).toBeGreaterThan(before);
    expect(letters).toBeLessThan(PEOPLE);
    before = letters;
  }

  const last = reminding();
  expect(await text(last.stdout!)).toContain(`${PEOPLE - before} letters`);
  expect(await inHouse(kept)).toEqual({ told: PEOPLE * 2, letters: PEOPLE, readers: PEOPLE });
}, 120_000);

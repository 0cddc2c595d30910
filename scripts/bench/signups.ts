import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sure } from '#kernel/outcome.ts';
import { signUp } from '#partnership/walks';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { openHouse } from '#platform/house.ts';
import { crowd } from '../../tests/support/crowd.ts';
import { migratedDatabase, postgresServer } from '../../tests/support/postgres-server.ts';
import { walking } from '../../tests/support/walking.ts';
import type { Row } from './measure.ts';

const PEOPLE = 1_000;
const PLACES = 10;
const WALKS = 100;
/** Sign-ups a second that one walk has to bear. */
const LEAST = 50;

/** A thousand people press for ten places at once, a hundred times, on both kinds of database. */
export async function benchSignups(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-bench-'));
  const server = await postgresServer([]);
  try {
    const onPostgres = { DATA_DIR: folder, DATABASE_URL: await migratedDatabase(server.address, 'signups') };
    return [...(await pressed('PostgreSQL', onPostgres)), ...(await pressed('the embedded database', { DATA_DIR: folder }))];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function pressed(name: string, settings: Record<string, string>): Promise<Row[]> {
  const house = await openHouse(settings);
  const context = contextFor(house.ports, system('Handslag'));
  const scene = await walking(context);
  const people = await crowd(scene, PEOPLE);
  let [tooMany, outOfOrder, seconds] = [0, 0, 0];
  for (let walk = 0; walk < WALKS; walk += 1) {
    const night = `20${30 + Math.floor(walk / 28)}-01-${String(1 + (walk % 28)).padStart(2, '0')}`;
    // A place for who leads is kept for somebody with the course; the ten are for the rest.
    const walkId = await scene.plan(night, { places: ['leader', ...Array<'walker'>(PLACES).fill('walker')] });
    const began = performance.now();
    const answers = (await Promise.all(people.map((who) => signUp(who, { walkId, task: 'walker', number: null }, '')))).map(sure);
    seconds += (performance.now() - began) / 1_000;
    const inTurn = answers.toSorted((one, other) => one.turn - other.turn);
    if (answers.filter(({ result }) => result === 'placed').length !== PLACES) tooMany += 1;
    if (inTurn.some(({ turn, result }, index) => turn !== index + 1 || (result === 'placed') !== index < PLACES)) outOfOrder += 1;
  }
  await house.close();
  const rate = (PEOPLE * WALKS) / seconds;
  return [
    { what: `${name}: ${PEOPLE} people at once on ${PLACES} places, ${WALKS} times`, measured: `${tooMany} walks with other than ${PLACES} walkers, ${outOfOrder} queues out of order`, against: 'none', ratio: tooMany + outOfOrder === 0 ? 0 : 1 + tooMany + outOfOrder },
    { what: `${name}: sign-ups of one walk`, measured: `${Math.round(rate)}/s`, against: `limit ${LEAST}/s`, ratio: LEAST / rate },
  ];
}

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stoppedClock } from '../../src/platform/clock.ts';
import { contextFor } from '../../src/platform/context.ts';
import { system } from '../../src/platform/actor.ts';
import { openHouse } from '../../src/platform/house.ts';
import { migratedDatabase, postgresServer } from '../../tests/support/postgres-server.ts';
import { type Season, walkSeason } from '../../tests/support/season.ts';
import type { Row } from './measure.ts';

const SEASON: Season = { groups: 40, walks: 2_000, reportsPerWalk: 10, atOnce: 8 };
/** Reports a second that have to be taken. */
const LEAST = 200;

/** A season's reports through a bad network, on both kinds of database. */
export async function benchSeason(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-bench-'));
  const server = await postgresServer([]);
  try {
    return [
      ...(await walked('the embedded database', { DATA_DIR: join(folder, 'embedded') })),
      ...(await walked('PostgreSQL', { DATA_DIR: join(folder, 'served'), DATABASE_URL: await migratedDatabase(server.address, 'season') })),
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function walked(name: string, settings: Record<string, string>): Promise<Row[]> {
  const house = await openHouse(settings);
  const clock = stoppedClock('2026-12-31');
  const { reports, entries, sent, dropped, unanswered, repeated, seconds, processorSeconds, differences } = await walkSeason(contextFor({ ...house.ports, clock }, system('Handslag')), SEASON);
  await house.close();
  // The embedded database works in this process; what others on the machine take does not count against it.
  const rate = reports / (settings.DATABASE_URL ? seconds : processorSeconds);
  return [
    { what: `${name}: ${reports} reports of ${SEASON.walks} walks, ${entries} entries in all`, measured: `${Math.round(rate)} reports/s${settings.DATABASE_URL ? '' : ' of processor time'}, ${Math.round(reports / seconds)} by the clock`, against: `limit ${LEAST} reports/s`, ratio: LEAST / rate },
    { what: `${name}: rows lost, double or different; of ${sent} batches ${dropped} never came, ${unanswered} went unanswered, ${repeated} came again later`, measured: String(differences.length), against: 'none', ratio: differences.length === 0 ? 0 : 1 + differences.length },
  ];
}

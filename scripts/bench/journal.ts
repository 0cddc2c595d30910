import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { system } from '../../src/platform/actor.ts';
import { type Context, contextFor, inTransaction } from '../../src/platform/context.ts';
import { openHouse } from '../../src/platform/house.ts';
import { witness } from '../../src/platform/journal.ts';
import { verifyJournal } from '../../src/platform/journal/verify.ts';
import { killedWhileWriting } from '../../tests/support/killed-while-writing.ts';
import { migratedDatabase, postgresServer } from '../../tests/support/postgres-server.ts';
import { median, type Row } from './measure.ts';

const KILLS = 20;
const WRITES = 1_000;
const WRITERS = 10;
const SECONDS = 5;
/** Writes a second that one chain has to bear. */
const LEAST = 30;

/** What SIGKILL leaves, on both kinds of database, and what the chains cost. */
export async function benchJournal(): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-bench-'));
  const server = await postgresServer([]);
  try {
    const onPostgres = { DATA_DIR: folder, DATABASE_URL: await migratedDatabase(server.address, 'killed') };
    return [
      await killed('the embedded database', { DATA_DIR: folder }),
      await killed('PostgreSQL', onPostgres),
      ...(await writers({ DATA_DIR: folder, DATABASE_URL: await migratedDatabase(server.address, 'writers') })),
    ];
  } finally {
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function killed(name: string, settings: Record<string, string>): Promise<Row> {
  const { kills, acknowledged, entries, lost, halves, breaks } = await killedWhileWriting(settings, { kills: KILLS, writes: WRITES });
  const faults = lost.length + halves + breaks.length + (KILLS - kills);
  return {
    what: `${name}, killed ${kills} times`,
    measured: `${acknowledged} writes acknowledged, ${lost.length} lost, ${halves} without entry, ${entries} entries, ${breaks.length} broken chains`,
    against: 'none lost, every chain whole',
    ratio: faults === 0 ? 0 : 1 + faults,
  };
}

/** Writes a second, and how long one takes: without an entry, each writer in a chain of its own, and all in one. */
async function writers(settings: Record<string, string>): Promise<Row[]> {
  const house = await openHouse(settings);
  const context = contextFor(house.ports, system('Handslag'));
  const own = Array.from({ length: WRITERS }, () => randomUUID());
  await load(context, (writer) => own[writer]);
  const none = await load(context, () => undefined);
  const apart = await load(context, (writer) => own[writer]);
  const together = await load(context, () => null);
  const { entries, breaks } = await verifyJournal(context.database);
  await house.close();
  const said = ({ rate, half, slow }: Load) => `${Math.round(rate)} writes/s, median ${half.toFixed(1)} ms, 95th percentile ${slow.toFixed(1)} ms`;
  return [
    { what: `${WRITERS} writers, each in a partnership of its own`, measured: said(apart), against: `${Math.round(none.rate)} writes/s without a journal, within 4 ×`, ratio: none.rate / apart.rate / 4 },
    { what: `${WRITERS} writers, all in one chain`, measured: said(together), against: `limit ${LEAST} writes/s, one waiting for the other`, ratio: LEAST / together.rate },
    { what: 'broken chains after that', measured: `${breaks.length} of ${entries} entries`, against: 'none', ratio: breaks.length === 0 ? 0 : 1 + breaks.length },
  ];
}

interface Load {
  rate: number;
  half: number;
  slow: number;
}

/** `chainOf` gives a writer's partnership, null for the house, or undefined for no entry at all. */
async function load(context: Context, chainOf: (writer: number) => string | null | undefined): Promise<Load> {
  const times: number[] = [];
  const end = performance.now() + SECONDS * 1_000;
  const writer = async (agreementId: string | null | undefined) => {
    while (performance.now() < end) {
      const before = performance.now();
      await inTransaction(context, async (inside) => {
        await sql`insert into people.organisation (id, name, sector) values (${randomUUID()}, ${`Förening ${randomUUID()}`}, 'civil')`.execute(inside.database);
        if (agreementId !== undefined) await witness(inside, { what: 'people.organisation-registered', agreementId });
      });
      times.push(performance.now() - before);
    }
  };
  await Promise.all(Array.from({ length: WRITERS }, (_, index) => writer(chainOf(index))));
  return { rate: times.length / SECONDS, half: median(times), slow: times.sort((a, b) => a - b)[Math.floor(times.length * 0.95)] };
}

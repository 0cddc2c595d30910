import { createHash, randomUUID } from 'node:crypto';
import { addDays } from '#kernel/calendar-date.ts';
import { sure } from '#kernel/outcome.ts';
import { receiveEntries } from '#partnership/walks';
import { type Context, contextFor } from '#platform/context.ts';
import { CONTACTS, DEEDS, type EntryKind, EVENT_KINDS, type EventReport, hoursOf, YOUNG_BANDS } from '#pure/walks';
import { nightTables } from '../../src/partnership/walks/night/store/rows.server.ts';
import { tables } from '../../src/partnership/walks/store/rows.server.ts';
import { walking } from './walking.ts';

/** How large a season to walk, and how badly the network treats it. */
export interface Season {
  groups: number;
  walks: number;
  reportsPerWalk: number;
  /** Telephones that are at work at the same time. */
  atOnce: number;
}

/** What a season came to: everything that telephones kept against everything that stands in the database. */
export interface Walked {
  reports: number;
  entries: number;
  /** Batches that telephones sent, that never came, whose answers never came, and that came again later. */
  sent: number;
  dropped: number;
  unanswered: number;
  repeated: number;
  seconds: number;
  /** Of this process, without what others on the machine took; the embedded database is part of it. */
  processorSeconds: number;
  /** Rows that differ from what the telephones kept: there are to be none. */
  differences: string[];
}

const FIRST_NIGHT = '2026-01-02';
const PER_GROUP = 4;

interface Made {
  id: string;
  kind: EntryKind;
  about: string | null;
  buildsOn: string[];
  body: unknown;
  phoneAt: string;
  offset: number;
}

/** A telephone on one walk, and what it has kept. */
interface Telephone {
  walkId: string;
  context: Context;
  kept: Made[];
}

/** Walks a season through a network that drops, repeats and reorders, and compares row by row. */
export async function walkSeason(house: Context, season: Season): Promise<Walked> {
  const random = dice(7);
  const walks = await laySeason(house, season);
  const telephones = walks.flatMap((walk) => telephonesOn(house, walk, season, random));
  const [began, usedBefore] = [performance.now(), process.cpuUsage()];
  const network = { sent: 0, dropped: 0, unanswered: 0, repeated: 0 };
  const queue = [...telephones];
  await Promise.all(
    Array.from({ length: season.atOnce }, async () => {
      for (let telephone = queue.pop(); telephone; telephone = queue.pop()) await sendAll(telephone, network, random);
    }),
  );
  const seconds = (performance.now() - began) / 1000;
  const used = process.cpuUsage(usedBefore);
  const processorSeconds = (used.user + used.system) / 1_000_000;
  const entries = telephones.flatMap(({ kept }) => kept);
  return { reports: new Set(entries.filter(({ kind }) => kind === 'report').map(({ about }) => about)).size, entries: entries.length, ...network, seconds, processorSeconds, differences: await differences(house, telephones) };
}

/** Sends until everything has been answered for: in any order, at times into nothing, at times twice. */
async function sendAll({ walkId, context, kept }: Telephone, network: Pick<Walked, 'sent' | 'dropped' | 'unanswered' | 'repeated'>, random: () => number): Promise<void> {
  const left = new Map(kept.map((entry) => [entry.id, entry]));
  const late: Made[][] = [];
  const deliver = async (entries: Made[]) => sure(await receiveEntries(context, { walkId, sentAt: context.clock.now().toISOString(), entries, keyEnded: false }));
  while (left.size > 0) {
    const batch = shuffled([...left.values()], random).slice(0, random() < 0.3 ? 1 + Math.floor(random() * 4) : 50);
    network.sent += 1;
    if (random() < 0.2) {
      network.dropped += 1;
      continue;
    }
    const { answers } = await deliver(batch);
    if (random() < 0.1) late.push(batch);
    if (random() < 0.15) {
      network.unanswered += 1;
      continue;
    }
    for (const { id, became } of answers) if (became === 'counted' || became === 'waiting') left.delete(id);
  }
  for (const batch of late) {
    network.repeated += 1;
    await deliver(shuffled(batch, random));
  }
}

interface LaidWalk {
  walkId: string;
  starts: Date;
  walkers: { signupId: string; personId: string }[];
}

/** Groups with their walkers, and their walks with everybody in their places, laid past everything but the database's own rules. */
async function laySeason(house: Context, { groups, walks }: Season): Promise<LaidWalk[]> {
  const scene = await walking(house);
  const at = house.clock.now();
  const laid: LaidWalk[] = [];
  for (let group = 0; group < groups; group += 1) {
    const groupId = randomUUID();
    const { agreementId, associationId } = scene;
    await tables(house).insertInto('walks.walking_group').values({ id: groupId, agreement_id: agreementId, organisation_id: associationId, name: `Grupp ${group + 1}`, proposed_at: at, proposed_by: 'Handslag', started_on: '2026-01-01', ended_on: null }).execute();
    const people = Array.from({ length: PER_GROUP }, (_, index) => ({ id: randomUUID(), organisation_id: associationId, name: `Vandrare ${group * PER_GROUP + index + 1}`, since: '2026-01-01' }));
    await addPeople(house, people);
    await tables(house).insertInto('walks.walker').values(people.map(({ id }) => ({ person_id: id, agreement_id: agreementId, group_id: groupId, phone_mark: null, since: at, until: null }))).execute();
    for (let walk = group; walk < walks; walk += groups) {
      const night = addDays(FIRST_NIGHT, Math.floor(walk / groups));
      const walkId = await scene.plan(night, { groupId, places: ['leader', 'walker', 'walker', 'walker'] });
      const { starts, ends } = hoursOf(night, '21:00', '00:30');
      const signups = people.map(({ id }, index) => ({ id: randomUUID(), walk_id: walkId, person_id: id, starts, ends, task: index === 0 ? ('leader' as const) : ('walker' as const), turn: index + 1, place: index + 1, phone: null, signed_at: at, placed_at: at, cancelled_at: null, cancelled_by: null, no_show_at: null }));
      await tables(house).insertInto('walks.signup').values(signups).execute();
      laid.push({ walkId, starts, walkers: signups.map(({ id, person_id }) => ({ signupId: id, personId: person_id })) });
    }
  }
  return laid;
}

async function addPeople(house: Context, people: { id: string; name: string; organisation_id: string }[]): Promise<void> {
  type People = { 'people.person': { id: string; organisation_id: string; name: string; since: string } };
  await house.database.withTables<People>().insertInto('people.person').values(people.map(({ id, name, organisation_id }) => ({ id, name, organisation_id, since: '2026-01-01' }))).execute();
}

/** Two telephones on a walk: each checks two in and reports half of what happened; some reports are changed afterwards, and the leader closes the walk. */
function telephonesOn(house: Context, { walkId, starts, walkers }: LaidWalk, { reportsPerWalk }: Season, random: () => number): Telephone[] {
  return [0, 1].map((which) => {
    const kept: Made[] = [];
    const say = (kind: EntryKind, about: string | null, body: unknown, buildsOn: string[] = []): string => {
      const id = randomUUID();
      kept.push({ id, kind, about, buildsOn, body, phoneAt: new Date(starts.getTime() + kept.length * 60_000).toISOString(), offset: which * 1_000 });
      return id;
    };
    const talked: string[] = [];
    for (const { signupId } of walkers.slice(which * 2, which * 2 + 2)) say('here', signupId, 'in');
    for (let report = which; report < reportsPerWalk; report += 2) {
      const about = randomUUID();
      const first = say('report', about, reported(random));
      if (random() < 0.2) say('report', about, reported(random), [first]);
    }
    if (which === 0) {
      for (const { signupId } of walkers) talked.push(say('talked', signupId, true));
      say('vests-back', null, 4, [say('vests-back', null, 3)]);
      say('closed', null, { talkedThrough: true }, talked);
    }
    return { walkId, context: contextFor(house, { kind: 'walker', id: walkers[which].personId }), kept };
  });
}

const reported = (random: () => number): EventReport => {
  const one = <Value>(values: readonly Value[]): Value => values[Math.floor(random() * values.length)];
  return { meetingPointId: null, kinds: [one(EVENT_KINDS)], young: one(YOUNG_BANDS), mood: 1 + Math.floor(random() * 5), deeds: [one(DEEDS)], contacts: [one(CONTACTS)], injury: random() < 0.05, foundToPolice: random() < 0.05, note: null, noteKept: false };
};

/** Compares what telephones kept, row by row, with the entries, the reports and the walks as they stand. Counted here without the rules that made them. */
async function differences(house: Context, telephones: Telephone[]): Promise<string[]> {
  const found: string[] = [];
  const entries = new Map((await nightTables(house).selectFrom('walks.entry').selectAll().execute()).map((row) => [row.id, row]));
  const reports = new Map((await nightTables(house).selectFrom('walks.event_report').selectAll().execute()).map((row) => [row.id, row]));
  const made = telephones.flatMap(({ walkId, kept }) => kept.map((entry) => ({ walkId, ...entry })));
  const same = (what: string, is: unknown, expected: unknown) => {
    if (mark(is) !== mark(expected)) found.push(`${what}: ${JSON.stringify(is)} instead of ${JSON.stringify(expected)}`);
  };
  same('entries', entries.size, made.length);
  for (const { walkId, id, kind, about, buildsOn, body, phoneAt, offset } of made) {
    const row = entries.get(id);
    same(id, row && [row.walk_id, row.kind, row.about, row.builds_on, row.body, row.phone_at.getTime(), row.captured_at.getTime(), row.aside_because], [walkId, kind, about, buildsOn, body, Date.parse(phoneAt), Date.parse(phoneAt) + offset, null]);
  }
  const last = new Map(made.filter(({ kind }) => kind === 'report').map((entry) => [entry.about!, entry]));
  same('reports', reports.size, last.size);
  for (const [about, { walkId, id, body }] of last) {
    const row = reports.get(about);
    const { young, mood, kinds, deeds, contacts, injury, foundToPolice } = body as EventReport;
    same(about, row && [row.walk_id, row.entry_id, row.young_band, row.mood, row.kinds, row.actions, row.contacts, row.injury, row.found_to_police], [walkId, id, young, mood, kinds, deeds, contacts, injury, foundToPolice]);
  }
  const walked = new Map((await nightTables(house).selectFrom('walks.walked as d').innerJoin('walks.walk as w', 'w.id', 'd.walk_id').selectAll('d').select('w.closed_at as walk_closed_at').execute()).map((row) => [row.walk_id, row]));
  for (const [walkId, of] of Map.groupBy(last.values(), (entry) => entry.walkId)) {
    const row = walked.get(walkId);
    const closing = made.find((entry) => entry.walkId === walkId && entry.kind === 'closed')!;
    const mood = (of.reduce((sum, { body }) => sum + (body as EventReport).mood, 0) / of.length).toFixed(2);
    same(walkId, row && [row.walkers, row.reports, row.mood, row.vests_back, row.debriefed, row.conflicts, row.waiting, row.walk_closed_at?.getTime()], [4, of.length, mood, 4, true, 0, 0, Date.parse(closing.phoneAt) + closing.offset]);
  }
  return found;
}

const mark = (value: unknown): string => createHash('sha1').update(JSON.stringify(value, sorted) ?? '').digest('hex');
const sorted = (_key: string, value: unknown): unknown => (value && typeof value === 'object' && !Array.isArray(value) ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1))) : value);

const shuffled = <Value>(values: Value[], random: () => number): Value[] => values.map((value) => ({ value, by: random() })).sort((a, b) => a.by - b.by).map(({ value }) => value);

/** The same dice every time (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

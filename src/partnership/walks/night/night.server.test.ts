import { randomUUID } from 'node:crypto';
import { beforeAll, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { type Clock, stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { letCount, nightAfterwards, nightPlan, receiveEntries, settle } from '#partnership/walks';
import type { Entry, EntryKind } from '#pure/walks';
import { freshHouse } from '../../../../tests/support/fresh-database.ts';
import { placeOn } from '../../../../tests/support/night.ts';
import { type Walking, walking } from '../../../../tests/support/walking.ts';
import { tables } from '../store/rows.server.ts';
import { nightTables } from './store/rows.server.ts';

const NIGHT = '2026-12-04';
/** A quarter past eleven in the evening. */
const LATE = new Date('2026-12-04T22:15:00Z');

let scene: Walking;
let ada: Context;
let bo: Context;
beforeAll(async () => {
  scene = await walking(await freshHouse(at(LATE)));
  ada = await scene.walker('Ada Holm');
  bo = await scene.walker('Bo Ek');
});

function at(when: Date): Clock {
  return { ...stoppedClock(when.toISOString().slice(0, 10)), now: () => when };
}

/** A night that Ada leads and Bo walks, with their sign-ups. */
async function night(date = NIGHT) {
  const walkId = await scene.plan(date);
  const [leads, walks] = [await placeOn(scene.house, walkId, ada, { task: 'leader', place: 1 }), await placeOn(scene.house, walkId, bo, { task: 'walker', place: 2 })];
  return { walkId, leads, walks };
}

const sent = (kind: EntryKind, body: unknown, more: Record<string, unknown> = {}) => ({ id: randomUUID(), kind, about: null, buildsOn: [], body, phoneAt: LATE.toISOString(), offset: 0, ...more }) as unknown as Entry & { phoneAt: string };

const REPORT = { meetingPointId: null, kinds: ['talk'], young: '6-15', mood: 4, deeds: ['talked'], contacts: ['none'], injury: false, foundToPolice: false, note: null, noteKept: false };

const report = (more: Record<string, unknown> = {}, entry: Record<string, unknown> = {}) => sent('report', { ...REPORT, ...more }, { about: randomUUID(), ...entry });

const send = async (who: Context, walkId: string, ...entries: unknown[]) => sure(await receiveEntries(who, { walkId, sentAt: LATE.toISOString(), entries, keyEnded: false }));
const became = async (...given: Parameters<typeof send>) => (await send(...given)).answers.map((answer) => answer.became);

const reportsOf = (walkId: string) => nightTables(scene.house).selectFrom('walks.event_report').selectAll().where('walk_id', '=', walkId).execute();
const walkedOf = (walkId: string) => nightTables(scene.house).selectFrom('walks.walked').selectAll().where('walk_id', '=', walkId).executeTakeFirst();

test('those who walk tonight see each other by first name and who is under eighteen, and nobody with a protected identity', async () => {
  const { walkId } = await night();
  const cia = await scene.walker('Cia Lund');
  await placeOn(scene.house, walkId, cia, { task: 'walker', place: 3 });
  await tables(scene.house).withTables<{ 'people.person': { id: string; protected: boolean } }>().updateTable('people.person').set({ protected: true }).where('id', '=', 'id' in cia.actor ? cia.actor.id : '').execute();
  await placeOn(scene.house, walkId, await scene.walker('Alva Ny', 2010), { task: 'walker', place: 4 });
  expect(sure(await nightPlan(bo, walkId)).company.map(({ firstName, task, me, young }) => [firstName, task, me, young])).toEqual([['Ada', 'leader', false, false], ['Bo', 'walker', true, false], [null, 'walker', false, false], ['Alva', 'walker', false, true]]);
  expect(await nightPlan(await scene.walker('Dag Strand'), walkId)).toMatchObject({ ok: false, refusals: [{ code: 'walks.not-tonight' }] });
  expect(await nightPlan(scene.leader, walkId)).toMatchObject({ ok: false, refusals: [{ kind: 'unauthenticated' }] });
});

test('a report that is sent three times is one report', async () => {
  const { walkId } = await night('2026-12-05');
  const one = report();
  for (let time = 0; time < 3; time += 1) expect(await became(bo, walkId, one, one)).toEqual(['counted', 'counted']);
  expect(await reportsOf(walkId)).toMatchObject([{ id: one.about, entry_id: one.id, young_band: '6-15', mood: 4, actions: ['talked'], place: null }]);
  expect(await walkedOf(walkId)).toMatchObject({ reports: 1, young_least: 6, young_most: 15, mood: '4.00' });
});

test('an entry waits for the one it builds on, and both count when that has come', async () => {
  const { walkId, walks } = await night('2026-12-06');
  const inside = sent('here', 'in', { about: walks });
  const out = sent('here', 'out', { about: walks, buildsOn: [inside.id] });
  expect(await became(bo, walkId, out)).toEqual(['waiting']);
  expect(await walkedOf(walkId)).toMatchObject({ walkers: 0, waiting: 1 });
  expect(await became(bo, walkId, inside)).toEqual(['counted']);
  expect(await walkedOf(walkId)).toMatchObject({ walkers: 1, waiting: 0 });
});

test('the same field changed on two telephones is shown to the leader, who says which', async () => {
  const { walkId } = await night('2026-12-07');
  const [four, five] = [sent('vests-out', 4), sent('vests-out', 5)];
  await send(ada, walkId, four);
  await send(bo, walkId, five);
  expect(await walkedOf(walkId)).toMatchObject({ conflicts: 1 });
  const { conflicts } = sure(await nightAfterwards(scene.leader, { agreementId: scene.agreementId, walkId }));
  expect(conflicts).toMatchObject([{ kind: 'vests-out', options: expect.arrayContaining([expect.objectContaining({ value: 4 }), expect.objectContaining({ value: 5 })]) }]);
  sure(await settle(scene.leader, { agreementId: scene.agreementId, walkId, entryId: four.id }));
  expect(await walkedOf(walkId)).toMatchObject({ conflicts: 0, vests_out: 4 });
  expect(await settle(scene.leader, { agreementId: scene.agreementId, walkId, entryId: four.id })).toMatchObject({ ok: false, refusals: [{ code: 'walks.already-settled' }] });
  expect(await settle(scene.coordinator, { agreementId: scene.agreementId, walkId, entryId: four.id })).toMatchObject({ ok: false, refusals: [{ kind: 'forbidden' }] });
});

test('what was captured under a right since lost is kept aside with its reason, and counts when the leader says so', async () => {
  const lost = {
    'signup-cancelled': (_walkId: string, signup: string) => tables(scene.house).updateTable('walks.signup').set({ place: null, cancelled_at: LATE, cancelled_by: 'leader' }).where('id', '=', signup).execute(),
    'walk-cancelled': (walkId: string) => tables(scene.house).updateTable('walks.walk').set({ cancelled_at: LATE, cancelled_by: 'Idris Berg', cancelled_because: 'Storm' }).where('id', '=', walkId).execute(),
  };
  for (const [index, [because, lose]] of Object.entries(lost).entries()) {
    const { walkId, walks } = await night(`2026-12-${10 + index}`);
    const one = report();
    await lose(walkId, walks);
    const { answers, entries } = await send(bo, walkId, one);
    expect({ answers, entries }).toEqual({ answers: [{ id: one.id, became: 'aside', because }], entries: [] });
    expect(await became(bo, walkId, one)).toEqual(['aside']);
    expect(await reportsOf(walkId)).toEqual([]);
    expect(sure(await nightAfterwards(scene.leader, { agreementId: scene.agreementId, walkId })).aside).toMatchObject([{ id: one.id, because, letCount: null }]);
    sure(await letCount(scene.leader, { agreementId: scene.agreementId, walkId, entryId: one.id }));
    expect(await reportsOf(walkId)).toHaveLength(1);
    expect(await became(bo, walkId, one)).toEqual(['counted']);
    expect(await letCount(scene.leader, { agreementId: scene.agreementId, walkId, entryId: one.id })).toMatchObject({ ok: false, refusals: [{ code: 'walks.not-aside' }] });
  }
});

test('a telephone whose key has ended, and a walker who has left, lose nothing either', async () => {
  const { walkId } = await night('2026-12-12');
  const late = report();
  expect(sure(await receiveEntries(bo, { walkId, sentAt: LATE.toISOString(), entries: [late], keyEnded: true })).answers).toEqual([{ id: late.id, became: 'aside', because: 'key-ended' }]);
  const eva = await scene.walker('Eva Sjö');
  await placeOn(scene.house, walkId, eva, { task: 'walker', place: 3 });
  await tables(scene.house).updateTable('walks.walker').set({ until: LATE }).where('person_id', '=', 'id' in eva.actor ? eva.actor.id : '').execute();
  expect(await became(eva, walkId, report())).toEqual(['aside']);
  expect(await receiveEntries(await scene.walker('Filip Dal'), { walkId, sentAt: LATE.toISOString(), entries: [report()], keyEnded: false })).toMatchObject({ ok: false, refusals: [{ kind: 'not-found' }] });
});

test('a telephone with a wrong clock keeps both its own time and the right one', async () => {
  const { walkId } = await night('2026-12-13');
  const inOneHour = new Date(LATE.getTime() + 3_600_000).toISOString();
  const known = report({}, { phoneAt: inOneHour, offset: -3_600_000 });
  const unknown = report({}, { phoneAt: inOneHour, offset: null });
  sure(await receiveEntries(bo, { walkId, sentAt: inOneHour, entries: [known, unknown], keyEnded: false }));
  const kept = await nightTables(scene.house).selectFrom('walks.entry').select(['phone_at', 'captured_at']).where('walk_id', '=', walkId).execute();
  expect(kept).toEqual([known, unknown].map(() => ({ phone_at: new Date(inOneHour), captured_at: LATE })));
});

test('what comes from the future or from long before the walk is kept, counted and doubted', async () => {
  const { walkId } = await night('2026-12-03');
  const [future, early] = [report({}, { phoneAt: '2027-01-01T00:00:00.000Z' }), report({}, { phoneAt: '2026-12-03T10:00:00.000Z' })];
  expect(await became(bo, walkId, future, early, report())).toEqual(['counted', 'counted', 'counted']);
  expect((await reportsOf(walkId)).map(({ time_in_doubt }) => time_in_doubt).sort()).toEqual([false, true, true]);
  const { doubted } = sure(await nightAfterwards(scene.manager, { agreementId: scene.agreementId, walkId }));
  expect(doubted.map(({ id, doubt }) => [id, doubt])).toEqual([[early.id, 'before-the-walk'], [future.id, 'from-the-future']]);
  expect(await walkedOf(walkId)).toMatchObject({ opened_at: LATE });
});

test('a walk closes when all have talked it through, and the journal names nobody', async () => {
  const { walkId } = await night('2026-12-18');
  expect((await send(ada, walkId, sent('closed', { talkedThrough: false }))).answers).toMatchObject([{ became: 'refused', code: 'walks.not-talked-through' }]);
  const closed = sent('closed', { talkedThrough: true });
  expect(await became(ada, walkId, closed)).toEqual(['counted']);
  expect(await became(bo, walkId, report())).toEqual(['counted']);
  expect(await tables(scene.house).selectFrom('walks.walk').select('closed_at').where('id', '=', walkId).executeTakeFirst()).toEqual({ closed_at: LATE });
  const told = await scene.house.database.withTables<{ 'platform.journal': { what: string; who: string; facts: { walkId?: string } } }>().selectFrom('platform.journal').select(['what', 'who', 'facts']).where('what', 'like', 'walks.%').execute();
  expect(told.filter(({ facts }) => facts.walkId === walkId).map(({ what, who }) => [what, who])).toEqual([['walks.entries-received', ''], ['walks.walk-closed', ''], ['walks.entries-received', '']]);
});

test('a note that gives away a person is not taken, unless the writer has looked again', async () => {
  const { walkId } = await night('2026-12-19');
  const note = 'Ring mamman på 070-174 06 21';
  expect((await send(bo, walkId, report({ note }))).answers).toMatchObject([{ became: 'refused', code: 'people.free-text-has-phone-number' }]);
  expect(await became(bo, walkId, report({ note, noteKept: true }), report({ note: 'En kille var ledsen.' }))).toEqual(['counted', 'counted']);
});

test('what cannot be read, and what is about somebody else than those who walk, is refused by name and the rest is taken', async () => {
  const { walkId, walks } = await night('2026-12-20');
  const other = await night('2026-12-21');
  const taken = sent('started', true);
  await send(bo, other.walkId, taken);
  const batch = [sent('here', 'in', { about: other.walks }), sent('here', 'asleep', { about: walks }), { id: 'x' }, null, taken, sent('lamps-out', 2)];
  expect((await send(bo, walkId, ...batch)).answers.map((answer) => ('code' in answer ? answer.code : answer.became)).sort()).toEqual(['counted', 'walks.entry-not-understood', 'walks.entry-not-understood', 'walks.entry-not-understood', 'walks.entry-not-understood', 'walks.entry-of-another']);
  expect(await receiveEntries(bo, { walkId, sentAt: 'nyss', entries: [], keyEnded: false })).toMatchObject({ ok: false, refusals: [{ kind: 'invalid' }] });
  expect(await receiveEntries(bo, { walkId, sentAt: LATE.toISOString(), entries: Array.from({ length: 101 }, () => report()), keyEnded: false })).toMatchObject({ ok: false, refusals: [{ kind: 'too-many' }] });
});

test('a walk over midnight and over the change to winter time is told in the order in which it happened', async () => {
  const { walkId } = await night('2026-10-24');
  const [before, after] = ['2026-10-25T00:30:00.000Z', '2026-10-25T01:30:00.000Z'].map((phoneAt) => report({}, { phoneAt }));
  await send(bo, walkId, after, before);
  const told = await nightTables(scene.house).selectFrom('walks.event_report').select(['id', 'at', 'time_in_doubt']).where('walk_id', '=', walkId).orderBy('at').execute();
  expect(told).toEqual([before, after].map(({ about, phoneAt }) => ({ id: about, at: new Date(phoneAt), time_in_doubt: false })));
});

test('a report can be changed and taken back, and a meeting point that has been taken away keeps its name', async () => {
  const { walkId } = await night('2026-12-26');
  const point = randomUUID();
  await tables(scene.house).insertInto('walks.meeting_point').values({ id: point, area_id: scene.areaId, name: 'Torget', longitude: null, latitude: null, removed_at: LATE, removed_by: 'Idris Berg' }).execute();
  const first = report({ meetingPointId: point });
  const changed = sent('report', { ...REPORT, meetingPointId: point, mood: 2 }, { about: first.about, buildsOn: [first.id] });
  await send(bo, walkId, first, changed);
  expect(await reportsOf(walkId)).toMatchObject([{ mood: 2, place: 'Torget', entry_id: changed.id }]);
  await send(bo, walkId, sent('report', null, { about: first.about, buildsOn: [changed.id] }));
  expect(await reportsOf(walkId)).toEqual([]);
  expect(await walkedOf(walkId)).toMatchObject({ reports: 0, mood: null });
});

test('the municipality reads what happened where, and none of the entries', async () => {
  const { walkId } = await night('2026-12-27');
  await send(bo, walkId, report());
  expect(await nightTables(scene.coordinator).selectFrom('walks.event_report').select('id').where('walk_id', '=', walkId).execute()).toHaveLength(1);
  expect(await nightTables(scene.coordinator).selectFrom('walks.entry').select('id').execute()).toEqual([]);
  expect(await nightAfterwards(scene.coordinator, { agreementId: scene.agreementId, walkId })).toMatchObject({ ok: false, refusals: [{ kind: 'forbidden' }] });
  const stranger = contextFor(scene.house, { kind: 'walker', id: randomUUID() });
  expect(await nightTables(stranger).selectFrom('walks.event_report').select('id').execute()).toEqual([]);
});

test('two words are settled by whoever leads the walk; from another the choice is kept aside, also when it came first, until the leader says so', async () => {
  const { walkId } = await night('2026-12-28');
  const [base, four, five] = [sent('vests-out', 3), sent('vests-out', 4), sent('vests-out', 5)];
  const split = [base, { ...four, buildsOn: [base.id] }, { ...five, buildsOn: [base.id] }];
  const choice = sent('vests-out', 4, { buildsOn: [four.id, five.id] });
  expect(await became(bo, walkId, choice)).toEqual(['waiting']);
  await send(ada, walkId, ...split);
  expect((await send(bo, walkId, choice)).answers).toEqual([{ id: choice.id, became: 'aside', because: 'settles' }]);
  expect(await walkedOf(walkId)).toMatchObject({ conflicts: 1 });
  const afterwards = sure(await nightAfterwards(scene.leader, { agreementId: scene.agreementId, walkId }));
  expect(afterwards.aside).toMatchObject([{ id: choice.id, because: 'settles', letCount: null }]);
  sure(await letCount(scene.leader, { agreementId: scene.agreementId, walkId, entryId: choice.id }));
  expect(await letCount(scene.leader, { agreementId: scene.agreementId, walkId, entryId: choice.id })).toMatchObject({ ok: false, refusals: [{ code: 'walks.not-aside' }] });
  expect(await walkedOf(walkId)).toMatchObject({ conflicts: 0, vests_out: 4 });
  const [six, seven] = [sent('lamps-out', 6), sent('lamps-out', 7)];
  expect(await became(bo, walkId, six, seven)).toEqual(['counted', 'counted']);
  expect(await became(ada, walkId, sent('lamps-out', 7, { buildsOn: [six.id, seven.id] }))).toEqual(['counted']);
  expect(await walkedOf(walkId)).toMatchObject({ conflicts: 0 });
});

test('nobody but whoever leads can say in the database that they may settle', async () => {
  const { walkId } = await night('2026-12-29');
  const entry = (who: Context) => nightTables(who).insertInto('walks.entry').values({ id: randomUUID(), walk_id: walkId, kind: 'started', about: null, builds_on: [], body: 'true', phone_at: LATE, captured_at: LATE, received_at: LATE, by_person: 'id' in who.actor ? who.actor.id : '', may_settle: true, aside_because: null, let_count_at: null, let_count_by: null }).execute();
  await expect(entry(bo)).rejects.toThrow('row-level security');
  await entry(ada);
});

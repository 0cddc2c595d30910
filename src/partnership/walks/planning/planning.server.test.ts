import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import * as walks from '#partnership/walks';
import { stoppedClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import type { Pattern } from '#pure/walks';
import { somebody } from '../../../../tests/support/cast.ts';
import { freshHouse } from '../../../../tests/support/fresh-database.ts';
import { no } from '../../../../tests/support/two-sides.ts';
import { type Walking, walking } from '../../../../tests/support/walking.ts';
import { tables } from '../store/rows.server.ts';

let scene: Walking;
beforeAll(async () => {
  scene = await walking(await freshHouse(stoppedClock('2026-08-20')));
});

const group = async (name: string): Promise<string> => {
  const id = randomUUID();
  const { agreementId, associationId, house } = scene;
  await tables(house).insertInto('walks.walking_group').values({ id, agreement_id: agreementId, organisation_id: associationId, name, proposed_at: house.clock.now(), proposed_by: 'Handslag', started_on: '2026-01-01', ended_on: null }).execute();
  return id;
};

const patternOf = (more: Partial<Pattern> = {}): Pattern => ({
  period: { start: '2026-09-01', end: '2026-09-30' },
  weekdays: [5, 6],
  breaks: 'keep',
  riskNights: 'keep',
  from: '21:00',
  to: '00:30',
  kind: 'night',
  areaIds: [scene.areaId],
  areaWay: 'turn',
  groupIds: [],
  leaders: 1,
  walkers: 4,
  smallest: 3,
  ...more,
});
const season = (more: Partial<Pattern> = {}, rest: { seasonId?: string; exceptionReason?: string } = {}) => ({ agreementId: scene.agreementId, seasonId: randomUUID(), pattern: patternOf(more), without: [], note: '', exceptionReason: '', ...rest });
const planned = async (from: string, to: string, who = scene.coordinator) => sure(await walks.planOf(who, scene.agreementId, { from, to }));
const happened = async () => (await sql<{ what: string }>`select what from platform.journal where agreement_id = ${scene.agreementId} and what like 'walks.%' order by id`.execute(scene.house.database)).rows.map(({ what }) => what);
const stranger = async () => contextFor(scene.house, await somebody(scene.house, 'Otto Storm', { role: 'coordinator', organisation: 'Storby kommun' }));

/** Gives a place on the walk to somebody, past everything else. */
async function place(walkId: string, name: string) {
  const { actor } = await scene.walker(name);
  const walk = sure(await walks.walkToSee(scene.leader, walkId));
  const row = { id: randomUUID(), walk_id: walkId, person_id: 'id' in actor ? actor.id : '', starts: walk.starts, ends: walk.ends, task: 'walker', turn: 1, place: 2, phone: null, signed_at: scene.house.clock.now(), placed_at: null, cancelled_at: null, cancelled_by: null, no_show_at: null } as const;
  await tables(scene.house).insertInto('walks.signup').values(row).execute();
}

test('a hundred nights are planned in one go, and four groups have twenty-five each', async () => {
  const groups = [scene.groupId, await group('Lyktan öster'), await group('Lyktan söder'), await group('Lyktan väster')];
  const pattern = patternOf({ period: { start: '2026-09-04', end: '2027-08-14' }, groupIds: groups });
  const { nights } = sure(await walks.seasonPreview(scene.coordinator, { agreementId: scene.agreementId, pattern }));
  expect(nights).toHaveLength(100);
  expect(sure(await walks.planSeason(scene.coordinator, { ...season(), pattern }))).toEqual({ walks: 100 });
  const plan = await planned('2026-09-01', '2027-08-31', scene.leader);
  expect(plan.map(({ night, group: of }) => [night, of?.id])).toEqual(nights.map(({ night, groupId }) => [night, groupId]));
  expect(plan.every(({ places, lacking }) => places === 5 && String(lacking) === 'leader,people')).toBe(true);
  const shares = sure(await walks.sharesIn(scene.coordinator, scene.agreementId));
  expect(shares.map(({ had, coming, fair }) => [had, coming, fair])).toEqual([[0, 25, 25], [0, 25, 25], [0, 25, 25], [0, 25, 25]]);
  await tables(scene.house).updateTable('walks.walking_group').set({ ended_on: '2026-08-20' }).where('id', 'in', groups.slice(1)).execute();
});

test('a form plans its season once, however often it is sent, and only for those who plan', async () => {
  const asked = season({ period: { start: '2027-10-01', end: '2027-10-31' } });
  expect(no(await walks.planSeason(scene.leader, asked))).toEqual(['access.not-allowed']);
  expect(no(await walks.planSeason(await stranger(), asked))).toEqual(['access.not-found']);
  expect(sure(await walks.planSeason(scene.manager, asked))).toEqual({ walks: 10 });
  expect(no(await walks.planSeason(scene.manager, asked))).toEqual(['walks.season-planned-already']);
  expect(await planned('2027-10-01', '2027-10-31')).toHaveLength(10);
  expect(no(await walks.planSeason(scene.manager, season({ groupIds: [randomUUID()] })))).toEqual(['walks.group-does-not-walk']);
});

test('a season that is undone is gone, but for the walks that somebody has signed up for', async () => {
  const asked = season({ period: { start: '2027-11-01', end: '2027-11-30' }, groupIds: [scene.groupId] });
  sure(await walks.planSeason(scene.coordinator, asked));
  const [first] = await planned('2027-11-01', '2027-11-30');
  await place(first!.id, 'Elin Dal');
  expect(no(await walks.undoSeason(scene.leader, asked))).toEqual(['access.not-allowed']);
  expect(sure(await walks.undoSeason(scene.coordinator, asked))).toEqual({ walks: 7 });
  expect((await planned('2027-11-01', '2027-11-30')).map(({ id }) => id)).toEqual([first!.id]);
  expect(no(await walks.undoSeason(scene.coordinator, asked))).toEqual(['walks.season-undone-already']);
});

test('the plan says what a walk lacks: a group, a leader, people', async () => {
  const walkId = await scene.plan('2027-12-03', { groupId: null, smallest: 2 });
  const lacking = async () => (await planned('2027-12-03', '2027-12-03'))[0]!.lacking;
  expect(await lacking()).toEqual(['group', 'leader', 'people']);
  sure(await walks.takeNight(scene.leader, { walkId, groupId: scene.groupId }));
  await place(walkId, 'Fia Ek');
  expect(await lacking()).toEqual(['leader', 'people']);
  expect((await planned('2027-12-03', '2027-12-03'))[0]!.manned).toEqual({ leader: { places: 1, placed: 0 }, walker: { places: 4, placed: 1 } });
});

test('of two who take a night at once one has it; it is given back while nobody has signed up', async () => {
  const walkId = await scene.plan('2027-12-10', { groupId: null });
  const taken = await Promise.all([walks.takeNight(scene.leader, { walkId, groupId: scene.groupId }), walks.takeNight(scene.manager, { walkId, groupId: scene.groupId })]);
  expect(taken.map((one) => (one.ok ? 'has it' : no(one)?.[0])).sort()).toEqual(['has it', 'walks.night-taken']);
  expect(no(await walks.takeNight(scene.coordinator, { walkId, groupId: scene.groupId }))).toEqual(['access.not-allowed']);
  expect(no(await walks.takeNight(scene.leader, { walkId, groupId: randomUUID() }))).toEqual(['walks.not-your-group']);
  sure(await walks.giveBackNight(scene.leader, { walkId }));
  expect(no(await walks.giveBackNight(scene.leader, { walkId }))).toEqual(['walks.not-your-group']);
  sure(await walks.takeNight(scene.leader, { walkId, groupId: scene.groupId }));
  await place(walkId, 'Gun Hed');
  expect(no(await walks.giveBackNight(scene.leader, { walkId }))).toEqual(['walks.night-has-walkers']);
});

test('two areas the same night are an exception with its reason, where one has been agreed', async () => {
  const { areaId: harbour } = sure(await walks.addArea(scene.coordinator, { agreementId: scene.agreementId, name: 'Hamnen', advice: '', corners: '' }));
  const both = (exceptionReason = '') => walks.planSeason(scene.coordinator, season({ areaIds: [scene.areaId, harbour], areaWay: 'all', period: { start: '2028-01-07', end: '2028-01-08' } }, { exceptionReason }));
  expect(no(await walks.agreeOnAreas(scene.leader, { agreementId: scene.agreementId, oneAreaANight: true }))).toEqual(['access.not-allowed']);
  sure(await walks.agreeOnAreas(scene.coordinator, { agreementId: scene.agreementId, oneAreaANight: true }));
  expect(no(await both())).toEqual(['walks.one-area-a-night']);
  expect(await planned('2028-01-07', '2028-01-08')).toEqual([]);
  expect(sure(await both('Konsert i hamnen'))).toEqual({ walks: 4 });
  const here = await scene.plan('2028-01-14');
  await expect(scene.plan('2028-01-14', { areaId: harbour })).rejects.toThrow('walk_one_area_a_night');
  await scene.plan('2028-01-14', { kind: 'day', areaId: harbour });
  sure(await walks.cancelWalk(scene.coordinator, { walkId: here, reason: 'Snöstorm' }));
  await scene.plan('2028-01-14', { areaId: harbour });
  sure(await walks.agreeOnAreas(scene.coordinator, { agreementId: scene.agreementId, oneAreaANight: false }));
  await scene.plan('2028-01-14');
});

test('an area that is taken away stays with its walks, takes no new ones, and comes back', async () => {
  const { areaId } = sure(await walks.addArea(scene.coordinator, { agreementId: scene.agreementId, name: 'Parken', advice: 'Dåligt ljus vid dammen.', corners: '62,1 17,1\n62,1 17,2\n62,2 17,2' }));
  const { meetingPointId } = sure(await walks.addMeetingPoint(scene.manager, { areaId, name: 'Scenen', position: '62,15 17,18' }));
  const walkId = await scene.plan('2028-02-04', { areaId, meetingPointId });
  expect(no(await walks.removeArea(scene.leader, { areaId }))).toEqual(['access.not-allowed']);
  sure(await walks.removeArea(scene.coordinator, { areaId }));
  expect(sure(await walks.walkToSee(scene.leader, walkId))).toMatchObject({ area: { name: 'Parken' }, meetingPoint: { name: 'Scenen' } });
  await expect(scene.plan('2028-02-05', { areaId })).rejects.toThrow('removed');
  expect(no(await walks.planSeason(scene.coordinator, season({ areaIds: [areaId] })))).toEqual(['walks.area-removed']);
  expect(sure(await walks.areasToSee(scene.leader, scene.agreementId)).at(-1)).toMatchObject({ name: 'Parken', removed: true, advice: 'Dåligt ljus vid dammen.', meetingPoints: [{ position: [17.18, 62.15] }] });
  expect(no(await walks.removeArea(scene.coordinator, { areaId }))).toEqual(['walks.area-removed']);
  sure(await walks.restoreArea(scene.coordinator, { areaId }));
  await scene.plan('2028-02-05', { areaId });
  expect(no(await walks.addArea(scene.coordinator, { agreementId: scene.agreementId, name: 'parken', advice: '', corners: '' }))).toEqual(['walks.area-name-taken']);
  const { areaId: islet } = sure(await walks.addArea(scene.coordinator, { agreementId: scene.agreementId, name: 'Åängsön', advice: '', corners: '' }));
  expect(no(await walks.addArea(scene.coordinator, { agreementId: scene.agreementId, name: 'ÅÄNGSÖN'.normalize('NFD'), advice: '', corners: '' }))).toEqual(['walks.area-name-taken']);
  sure(await walks.removeArea(scene.coordinator, { areaId: islet }));
  expect(no(await walks.changeArea(scene.coordinator, { areaId, name: '', advice: '', corners: '' }))).toEqual(['walks.area-needs-name']);
  expect(no(await walks.changeArea(await stranger(), { areaId, name: 'X', advice: '', corners: '' }))).toEqual(['walks.area-not-found']);
});

test('a walk is moved with its sign-ups, and not into another walk of somebody who has signed up', async () => {
  const [walkId, other] = [await scene.plan('2028-03-03'), await scene.plan('2028-03-04')];
  const moving = { walkId, from: '20:00', to: '23:00', areaId: scene.areaId, meetingPointId: null, note: '', exceptionReason: '' };
  await place(walkId, 'Hans Å');
  expect(no(await walks.moveWalk(scene.leader, { ...moving, night: '2028-03-05' }))).toEqual(['access.not-allowed']);
  expect(sure(await walks.moveWalk(scene.coordinator, { ...moving, night: '2028-03-05' }))).toEqual({ walkId, moved: true });
  expect(sure(await walks.moveWalk(scene.coordinator, { ...moving, night: '2028-03-05', note: 'Ta med termos.' }))).toEqual({ walkId, moved: false });
  const { person_id } = await tables(scene.house).selectFrom('walks.signup').select('person_id').where('walk_id', '=', walkId).executeTakeFirstOrThrow();
  await tables(scene.house).insertInto('walks.signup').values({ id: randomUUID(), walk_id: other, person_id, starts: sure(await walks.walkToSee(scene.leader, other)).starts, ends: sure(await walks.walkToSee(scene.leader, other)).ends, task: 'walker', turn: 1, place: 2, phone: null, signed_at: scene.house.clock.now(), placed_at: null, cancelled_at: null, cancelled_by: null, no_show_at: null }).execute();
  expect(no(await walks.moveWalk(scene.coordinator, { ...moving, night: '2028-03-04' }))).toEqual(['walks.move-collides']);
  expect(no(await walks.moveWalk(scene.coordinator, { ...moving, night: '2026-08-19' }))).toEqual(['walks.night-is-over']);
});

test('a walk is cancelled with a reason, and nobody is signed up for it any more', async () => {
  const walkId = await scene.plan('2028-04-07');
  await place(walkId, 'Ida Mo');
  expect(no(await walks.cancelWalk(scene.coordinator, { walkId, reason: ' ' }))).toEqual(['walks.cancel-needs-reason']);
  expect(no(await walks.callOffWalk(scene.coordinator, { walkId, reason: 'Halka' }))).toEqual(['access.not-allowed']);
  sure(await walks.callOffWalk(scene.leader, { walkId, reason: 'Halka' }));
  expect(no(await walks.cancelWalk(scene.coordinator, { walkId, reason: 'Halka' }))).toEqual(['walks.cancelled-already']);
  expect(await tables(scene.house).selectFrom('walks.signup').select(['place', 'cancelled_by']).where('walk_id', '=', walkId).execute()).toEqual([{ place: null, cancelled_by: 'walk' }]);
  expect((await planned('2028-04-07', '2028-04-07'))[0]).toMatchObject({ cancelledBecause: 'Halka', lacking: [] });
});

test('both parties plan by the same risk nights, those entered and those reckoned', async () => {
  const { agreementId } = scene;
  const { occasionId } = sure(await walks.addOccasion(scene.manager, { agreementId, kind: 'concert', name: 'Hamnfest', start: '2028-06-16', end: '' }));
  const seen = async () => sure(await walks.occasionsIn(scene.coordinator, agreementId, { start: '2028-06-10', end: '2028-06-24' })).map(({ kind, name }) => name ?? kind);
  expect(await seen()).toEqual(['Hamnfest', 'midsummer', 'payday']);
  expect(no(await walks.addOccasion(scene.leader, { agreementId, kind: 'other', name: 'Fest', start: '2028-06-16', end: '' }))).toEqual(['access.not-allowed']);
  expect(no(await walks.addOccasion(scene.manager, { agreementId, kind: 'other', name: 'Fest', start: '2028-06-16', end: '2028-06-15' }))).toEqual(['walks.season-ends-before-it-starts']);
  sure(await walks.removeOccasion(scene.coordinator, { agreementId, occasionId }));
  expect(await seen()).toEqual(['midsummer', 'payday']);
  sure(await walks.restoreOccasion(scene.coordinator, { agreementId, occasionId }));
  expect(await seen()).toContain('Hamnfest');
});

test('a partnership\'s calendar has all its walks, and one\'s own those of the groups one leads', async () => {
  const { agreementId } = scene;
  const titles = async (who: Walking['leader'], of: string | null) => new Set((await walks.walkEntries(who, of)).map(({ title }) => title));
  expect(await titles(scene.coordinator, agreementId)).toContain('Nattvandring: Centrum');
  expect(await titles(scene.leader, null)).toContain('Nattvandring: Centrum');
  await scene.plan('2026-09-02', { groupId: null });
  const without = async (of: string | null) => (await walks.walkEntries(scene.leader, of)).filter(({ starts }) => starts.toISOString().startsWith('2026-09-02')).length;
  expect([await without(agreementId), await without(null)]).toEqual([1, 0]);
  expect(await titles(scene.coordinator, null)).toEqual(new Set());
  expect(await titles(await stranger(), agreementId)).toEqual(new Set());
});

test('parts that have been agreed decide whose turn it is', async () => {
  const { agreementId, groupId } = scene;
  const other = await group('Lyktan mitt');
  expect(no(await walks.agreeOnWeight(scene.leader, { agreementId, groupId, weight: 2 }))).toEqual(['access.not-allowed']);
  expect(no(await walks.agreeOnWeight(scene.coordinator, { agreementId, groupId, weight: 21 }))).toEqual(['walks.weight-not-understood']);
  sure(await walks.agreeOnWeight(scene.coordinator, { agreementId, groupId, weight: 2 }));
  const { nights } = sure(await walks.seasonPreview(scene.coordinator, { agreementId, pattern: patternOf({ period: { start: '2028-09-01', end: '2028-10-01' }, weekdays: [5, 6, 7], groupIds: [groupId, other] }) }));
  expect([groupId, other].map((id) => nights.filter((night) => night.groupId === id).length)).toEqual([10, 5]);
});

test('what was planned stands in the journal', async () => {
  expect([...new Set(await happened())].sort()).toEqual([
    'walks.area-added', 'walks.area-removed', 'walks.area-restored', 'walks.areas-agreed', 'walks.meeting-point-added', 'walks.night-given-back', 'walks.night-taken',
    'walks.occasion-added', 'walks.occasion-removed', 'walks.occasion-restored', 'walks.season-planned', 'walks.season-undone', 'walks.walk-cancelled', 'walks.walk-moved', 'walks.walkers-to-be-told', 'walks.weight-agreed',
  ]);
});

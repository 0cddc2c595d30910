import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { confirmedNights, confirmNights, plannedNights, planSeason, receiveEntries, walkedNights, walkReport, walksOf, walkStatistics } from '#partnership/walks';
import { sure } from '#kernel/outcome.ts';
import { type Clock, stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { EVENT_KINDS, YOUNG_BANDS } from '#pure/walks';
import { freshHouse } from '../../../../tests/support/fresh-database.ts';
import { walking } from '../../../../tests/support/walking.ts';
import { tables } from '../store/rows.server.ts';
import { statisticsOf } from './rules/statistics.ts';

/* A hundred nights as in field.md C10 and Timrå's agreement: planned, walked by four groups in turn, and confirmed. */

const PLANNED = stoppedClock('2025-12-20');
const AFTER = stoppedClock('2026-12-31');
const house = await freshHouse(PLANNED);
const scene = await walking(house);
const at = (clock: Clock, who: Context) => contextFor({ ...house, clock }, who.actor);
const year = { from: '2026-01-01', to: '2026-12-31' };
const RULES = { leaders: 1, walkers: 2, smallest: 2 };

async function fourGroups(): Promise<string[]> {
  const others = ['Lyktan söder', 'Lyktan öster', 'Lyktan väster'].map((name) => ({ id: randomUUID(), agreement_id: scene.agreementId, organisation_id: scene.associationId, name, proposed_at: house.clock.now(), proposed_by: 'Handslag', started_on: '2025-12-01', ended_on: null }));
  await tables(house).insertInto('walks.walking_group').values(others).execute();
  return [scene.groupId, ...others.map(({ id }) => id)];
}

async function secondArea(): Promise<string> {
  const id = randomUUID();
  await tables(house).insertInto('walks.area').values({ id, agreement_id: scene.agreementId, name: 'Hamnen', shape: null, advice: null, made_at: house.clock.now(), made_by: 'Handslag', removed_at: null, removed_by: null }).execute();
  return id;
}

/** What the telephone of a night keeps: who came, so many reports at their hours, and that the walk was closed. */
function entriesOf(night: number, signups: string[], starts: Date) {
  const minutes = (after: number) => ({ phoneAt: new Date(starts.getTime() + after * 60_000).toISOString(), offset: 0, buildsOn: [] });
  const here = signups.map((about) => ({ id: randomUUID(), kind: 'here', about, body: 'in', ...minutes(0) }));
  const reports = Array.from({ length: night % 6 }, (_, nth) => ({
    id: randomUUID(),
    kind: 'report',
    about: randomUUID(),
    body: { meetingPointId: null, kinds: [EVENT_KINDS[(night + nth) % EVENT_KINDS.length]], young: YOUNG_BANDS[(night + nth) % 4], mood: 1 + ((night * nth) % 5), deeds: ['talked'], contacts: ['none'], injury: false, foundToPolice: false, note: null, noteKept: false },
    ...minutes(20 + 35 * nth),
  }));
  const talked = signups.map((about) => ({ id: randomUUID(), kind: 'talked', about, body: true, ...minutes(200) }));
  return { reports, all: [...here, ...reports, ...talked, { id: randomUUID(), kind: 'closed', about: null, body: { talkedThrough: true }, ...minutes(205) }] };
}

test('a hundred nights are planned, walked and confirmed, and what can be settled and told is what was put in, row by row', async () => {
  const [groupIds, areaId] = [await fourGroups(), await secondArea()];
  const pattern = { period: { start: '2026-01-02', end: '2026-12-12' }, weekdays: [5, 6], from: '21:00', to: '00:30', kind: 'night', areaIds: [scene.areaId, areaId], areaWay: 'turn', groupIds, ...RULES, breaks: 'keep', riskNights: 'keep' } as const;
  expect(sure(await planSeason(scene.coordinator, { agreementId: scene.agreementId, seasonId: randomUUID(), pattern: { ...pattern, weekdays: [5, 6], areaIds: [...pattern.areaIds] }, without: [], note: '', exceptionReason: '' }))).toEqual({ walks: 100 });

  const walks = sure(await walksOf(scene.manager, scene.agreementId, year));
  const walkers = await Promise.all(Array.from({ length: 12 }, (_, nth) => scene.walker(`Vandrare ${nth}`)));
  const put = [];
  for (const [night, walk] of walks.entries()) {
    const group = groupIds.indexOf(walk.group!.id);
    const people = walkers.slice(group * 3, group * 3 + 3).map(({ actor }) => ('id' in actor ? actor.id : ''));
    const signups = people.map((person_id, nth) => ({ id: randomUUID(), walk_id: walk.id, person_id, starts: walk.starts, ends: walk.ends, task: nth === 0 ? ('leader' as const) : ('walker' as const), turn: nth + 1, place: nth + 1, phone: null, signed_at: house.clock.now(), placed_at: house.clock.now(), cancelled_at: null, cancelled_by: null, no_show_at: null }));
    await tables(house).insertInto('walks.signup').values(signups).execute();
    const { reports, all } = entriesOf(night, signups.map(({ id }) => id), walk.starts);
    const telephone = at(stoppedClock(walk.ends.toISOString()), walkers[group * 3]);
    const { answers } = sure(await receiveEntries(telephone, { walkId: walk.id, sentAt: walk.ends.toISOString(), entries: all, keyEnded: false }));
    expect(answers.filter(({ became }) => became !== 'counted')).toEqual([]);
    put.push({ walk, people, reports });
  }

  const manager = at(AFTER, scene.manager);
  const nights = sure(await walkedNights(manager, scene.agreementId, year));
  expect(nights.filter(({ exceptions }) => exceptions.length > 0)).toEqual([]);
  const confirm = (who: Context, ids: string[]) => confirmNights(at(AFTER, who), { agreementId: scene.agreementId, walkIds: ids });
  expect(sure(await confirm(scene.coordinator, walks.slice(0, 79).map(({ id }) => id)))).toEqual({ count: 79 });
  expect(sure(await confirmedNights(manager, scene.agreementId, year))).toHaveLength(79);
  expect(sure(await confirm(scene.manager, walks.map(({ id }) => id)))).toEqual({ count: 21 });

  const settled = sure(await confirmedNights(manager, scene.agreementId, year));
  expect(settled.map(({ source: { walkId, confirmedBy }, ...night }) => ({ ...night, walkId, confirmedBy }))).toEqual(
    put.map(({ walk, people }, index) => ({ night: walk.night, group: walk.group, area: walk.area.name, walkers: people.length, exceptions: [], exceptionReason: null, walkId: walk.id, confirmedBy: index < 79 ? 'Maja Lindgren' : 'Idris Berg' })),
  );
  expect(sure(await plannedNights(manager, scene.agreementId))).toBe(100);

  for (const { walk, reports } of put) {
    const told = sure(await walkReport(manager, scene.agreementId, walk.id)).events;
    expect(told.map(({ id, at: when, kinds, young, mood }) => ({ id, at: when.toISOString(), kinds, young, mood }))).toEqual(reports.map(({ about, phoneAt, body: { kinds, young, mood } }) => ({ id: about, at: phoneAt, kinds, young, mood })));
  }
  for (const half of ['2026-1', '2026-2']) {
    const putIn = put.filter(({ walk: { night } }) => (night < '2026-07-01') === half.endsWith('1')).flatMap(({ walk, reports }) => reports.map(({ phoneAt, body: { mood } }) => ({ area: walk.area.name, night: walk.night, at: new Date(phoneAt), mood })));
    expect(sure(await walkStatistics(manager, scene.agreementId, { half, kind: null }))).toEqual(statisticsOf(putIn));
  }
});

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { listOrganisations, organisationToManage } from '#partnership/people';
import { askToWalk, changeGroup, closeFinding, findingOf, forgetNewcomers, joinView, meetNewcomer, moveNewcomer, movingOn, newcomersOf, noteNoAnswer, openFinding, ownWish, refer, setGroupAreas, setRules, welcomeNewcomer } from '#partnership/walks';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { freshHouse } from '../../../../tests/support/fresh-database.ts';
import { somebody } from '../../../../tests/support/cast.ts';
import { no } from '../../../../tests/support/two-sides.ts';
import { type Walking, walking } from '../../../../tests/support/walking.ts';
import { tables } from '../store/rows.server.ts';

const SECRET = 'x'.repeat(32);
const SLUG = 'nattvandring-i-granby';
let scene: Walking;
beforeAll(async () => {
  scene = await walking(await freshHouse());
});

const asks = (name: string, more: { reach?: string; age?: 'young'; area?: string; code?: string; slug?: string } = {}) =>
  askToWalk(scene.house, { slug: SLUG, name, reach: `${name.toLowerCase()}@example.se`, area: '', code: '', ...more }, SECRET);
const waiting = async (who: Context = scene.leader) => sure(await newcomersOf(who, scene.groupId));
const idOf = async (name: string): Promise<string> => (await waiting()).find((newcomer) => newcomer.name === name)!.id;
const counts = async (who: Context = scene.coordinator) => sure(await findingOf(who, scene.agreementId)).counts;
const rowsSeen = async (who: Context) => (await who.database.withTables<{ 'walks.newcomer': { id: string } }>().selectFrom('walks.newcomer').select('id').execute()).length;

test('the page is found once it has been opened, under a name that stays, and not when it is closed', async () => {
  const open = (who: Context, slug = SLUG) => openFinding(who, { agreementId: scene.agreementId, slug });
  expect(no(await joinView(scene.house, SLUG))).toEqual(['walks.finding-not-open']);
  expect(no(await open(scene.leader))).toEqual(['access.not-allowed']);
  expect(no(await open(scene.manager, 'Å!'))).toEqual(['walks.slug-not-understood']);
  sure(await open(scene.coordinator));
  const other = await walking(scene.house);
  expect(no(await openFinding(other.manager, { agreementId: other.agreementId, slug: SLUG }))).toEqual(['walks.slug-taken']);
  expect(sure(await joinView(scene.house, SLUG))).toMatchObject({ coordinator: 'Föreningen Lyktan', others: ['Granby kommun'], groups: [{ name: 'Lyktan norr' }], youngest: 18 });
  const close = (who: Context) => closeFinding(who, { agreementId: scene.agreementId });
  expect(no(await close(scene.leader))).toEqual(['access.not-allowed']);
  sure(await close(scene.manager));
  expect(no(await close(scene.manager))).toEqual(['walks.finding-not-open']);
  expect(no(await asks('Ada'))).toEqual(['walks.finding-not-open']);
  sure(await open(scene.manager, 'ett-annat-namn'));
  expect(sure(await findingOf(scene.coordinator, scene.agreementId)).page).toEqual({ agreementId: scene.agreementId, slug: SLUG, open: true });
  expect(no(await joinView(scene.manager, SLUG))).toEqual(['walks.finding-not-open']);
});

test('whoever asks is written down once, for the leaders alone, and the municipality sees that there is somebody', async () => {
  expect(no(await asks('A'))).toEqual(['walks.your-name']);
  expect(no(await asks('Ada', { reach: 'ring mig' }))).toEqual(['walks.reach-not-understood']);
  expect(no(await askToWalk(scene.manager, { slug: SLUG, name: 'Ada', reach: 'ada@example.se', area: '', code: '' }, SECRET))).toEqual(['access.not-allowed']);
  sure(await setGroupAreas(scene.leader, { groupId: scene.groupId, areaIds: [scene.areaId] }));
  expect(sure(await asks('Ada', { area: scene.areaId }))).toMatchObject({ group: { name: 'Lyktan norr' }, newcomerId: expect.any(String) });
  expect(sure(await asks('Ada', { reach: 'ADA@example.se' }))).toMatchObject({ group: { name: 'Lyktan norr' }, newcomerId: null });
  sure(await asks('Bo', { reach: '070-174 06 05' }));
  expect((await waiting()).map(({ name, reach, area }) => [name, reach, area?.name]).sort()).toEqual([['Ada', 'ada@example.se', 'Centrum'], ['Bo', '0701740605', undefined]]);
  expect(no(await newcomersOf(scene.coordinator, scene.groupId))).toEqual(['access.not-allowed']);
  expect([await rowsSeen(scene.coordinator), await rowsSeen(scene.leader), await rowsSeen(scene.manager)]).toEqual([0, 2, 2]);
  expect(await counts()).toEqual({ asked: 2, waiting: 2, met: 0, walking: 0, unanswered: 0 });
});

test('somebody under eighteen is led only to a group that takes young walkers, and needs a year of birth to walk', async () => {
  expect(no(await asks('Ung', { age: 'young' }))).toEqual(['walks.no-group-takes-young']);
  const rules = { smallestGroup: '2', largestGroup: '5', youngest: '16', trainedPerGroup: '1', earliestStart: '18:00', latestEnd: '04:00' };
  sure(await setRules(scene.manager, { ...rules, organisationId: scene.associationId }));
  sure(await asks('Ung', { age: 'young' }));
  const newcomerId = await idOf('Ung');
  expect(no(await welcomeNewcomer(scene.leader, { newcomerId, birthYear: '' }, 'secret'))).toEqual(['walks.birth-year-of-young']);
  expect(no(await welcomeNewcomer(scene.leader, { newcomerId, birthYear: 'i fjol' }, 'secret'))).toEqual(['people.birth-year-not-understood']);
  expect((await waiting()).map(({ name }) => name)).toContain('Ung');
  sure(await welcomeNewcomer(scene.leader, { newcomerId, birthYear: '2010' }, 'secret'));
});

test('a referral tells how far somebody came, and never who', async () => {
  expect(no(await refer(scene.leader, { agreementId: scene.agreementId }))).toEqual(['access.not-allowed']);
  const [{ code }, unused] = [sure(await refer(scene.coordinator, { agreementId: scene.agreementId })), sure(await refer(scene.coordinator, { agreementId: scene.agreementId }))];
  expect(no(await asks('Cia', { code: 'FEL123' }))).toEqual(['walks.code-not-known']);
  sure(await asks('Cia', { code: ` ${code.toLowerCase()} ` }));
  expect(no(await asks('Dag', { code }))).toEqual(['walks.code-not-known']);
  const state = async () => sure(await findingOf(scene.coordinator, scene.agreementId)).referrals.find((referral) => referral.code === code)!.state;
  expect(await state()).toBe('waiting');
  const newcomerId = await idOf('Cia');
  expect(no(await meetNewcomer(scene.coordinator, { newcomerId }))).toEqual(['walks.newcomer-not-found']);
  sure(await meetNewcomer(scene.leader, { newcomerId }));
  expect(no(await meetNewcomer(scene.leader, { newcomerId }))).toEqual(['walks.newcomer-was-met']);
  expect(await state()).toBe('met');
  const seen = sure(await findingOf(scene.coordinator, scene.agreementId));
  expect(seen.referrals.find((referral) => referral.code === unused.code)!.state).toBe('not-used');
  expect(JSON.stringify(seen)).not.toMatch(/Cia|cia@/);
});

test('whoever walks with the group is known by name to the association, and what they asked with is gone', async () => {
  const [bo, cia] = [await idOf('Bo'), await idOf('Cia')];
  expect(no(await welcomeNewcomer(scene.coordinator, { newcomerId: bo, birthYear: '' }, 'secret'))).toEqual(['walks.newcomer-not-found']);
  sure(await welcomeNewcomer(scene.leader, { newcomerId: bo, birthYear: '' }, 'secret'));
  expect(no(await welcomeNewcomer(scene.leader, { newcomerId: bo, birthYear: '' }, 'secret'))).toEqual(['walks.newcomer-not-found']);
  const { id } = sure(await listOrganisations(scene.house)).find(({ name }) => name === 'Föreningen Lyktan')!;
  const person = sure(await organisationToManage(scene.manager, id)).persons.find(({ name }) => name === 'Bo')!;
  expect(person).toMatchObject({ phone: '+46701740605', email: null });
  expect(await tables(scene.leader).selectFrom('walks.walker').select(['group_id', 'agreement_id']).where('person_id', '=', person.id).execute()).toEqual([{ group_id: scene.groupId, agreement_id: scene.agreementId }]);
  expect(no(await noteNoAnswer(scene.coordinator, { newcomerId: cia }))).toEqual(['walks.newcomer-not-found']);
  sure(await noteNoAnswer(scene.leader, { newcomerId: cia }));
  const left = await scene.house.database.withTables<{ 'walks.newcomer': { name: string | null; reach: string | null; outcome: string | null } }>().selectFrom('walks.newcomer').select(['name', 'reach', 'outcome']).where('outcome', 'is not', null).orderBy('outcome').execute();
  expect(left).toEqual([{ name: null, reach: null, outcome: 'no-answer' }, { name: null, reach: null, outcome: 'walks' }, { name: null, reach: null, outcome: 'walks' }]);
  expect(await counts()).toEqual({ asked: 4, waiting: 1, met: 3, walking: 2, unanswered: 1 });
  sure(await asks('Bo', { reach: '070-174 06 05' }));
  expect(no(await welcomeNewcomer(scene.leader, { newcomerId: await idOf('Bo'), birthYear: '' }, 'secret'))).toEqual(['walks.number-walks-already']);
  const written = await scene.house.database.withTables<{ 'platform.journal': { id: number; what: string; who: string; facts: string } }>().selectFrom('platform.journal').select(['what', 'who', 'facts']).where('what', 'like', 'walks.newcomer%').orderBy('id').execute();
  expect(written.filter(({ what }) => what === 'walks.newcomer-welcomed').map(({ who }) => who)).toEqual(['Lena Ask', 'Lena Ask']);
  expect(JSON.stringify(written)).not.toMatch(/Bo\b|Cia|0701740605/);
});

test('who has not been decided about in ninety days is forgotten', async () => {
  expect(no(await forgetNewcomers(scene.leader))).toEqual(['access.not-allowed']);
  const on = (day: string) => ({ ...scene.house, clock: stoppedClock(day) });
  expect(sure(await forgetNewcomers(on('2027-02-19')))).toEqual({ forgotten: 0 });
  expect(sure(await forgetNewcomers(on('2027-02-20')))).toEqual({ forgotten: 2 });
  expect(await waiting()).toEqual([]);
});

test('somebody who leads another association’s group learns nothing of who asks here', async () => {
  sure(await asks('Eva'));
  const other = contextFor(scene.house, await somebody(scene.house, 'Fia Fyr', { role: 'group-leader', organisation: 'Föreningen Fyren', agreementId: scene.agreementId }));
  expect(no(await newcomersOf(other, scene.groupId))).toEqual(['access.not-allowed']);
  expect(await rowsSeen(other)).toBe(0);
});

test('who waits is moved on by whoever coordinates, or changes by their own link, before they are met; the earlier group sees that, and not who', async () => {
  const fyren = contextFor(scene.house, await somebody(scene.house, 'Nora Sten', { role: 'group-leader', organisation: 'Föreningen Fyren', agreementId: scene.agreementId }));
  const { rows: [{ id: organisationId }] } = await sql<{ id: string }>`select id from people.organisation where name = 'Föreningen Fyren'`.execute(scene.house.database);
  const other = randomUUID();
  await tables(scene.house).insertInto('walks.walking_group').values({ id: other, agreement_id: scene.agreementId, organisation_id: organisationId, name: 'Fyren', proposed_at: new Date(), proposed_by: '', started_on: '2026-01-01', ended_on: null }).execute();
  const asked = sure(await asks('Gun', { area: scene.areaId }));
  const key = asked.wish!.key;
  expect(sure(await asks('Gun')).wish).toEqual(asked.wish);
  const gun = async () => (await waiting()).find(({ name }) => name === 'Gun');
  const newcomerId = (await gun())!.id;
  expect(no(await moveNewcomer(scene.leader, { newcomerId, groupId: other }))).toEqual(['walks.only-the-coordinating']);
  expect(no(await moveNewcomer(scene.coordinator, { newcomerId, groupId: other }))).toEqual(['walks.newcomer-not-found']);
  expect(no(await moveNewcomer(scene.manager, { newcomerId, groupId: scene.groupId }))).toEqual(['walks.choose-other-group']);
  expect(sure(await movingOn(scene.leader, scene.groupId))).toEqual({ days: [], to: [] });
  expect(sure(await movingOn(scene.manager, scene.groupId)).to).toEqual([{ id: other, name: 'Fyren' }]);
  sure(await moveNewcomer(scene.manager, { newcomerId, groupId: other }));
  expect(await gun()).toBeUndefined();
  expect(sure(await movingOn(scene.leader, scene.groupId)).days).toHaveLength(1);
  expect((await waiting(scene.manager)).map(({ name }) => name)).not.toContain('Gun');
  expect(sure(await newcomersOf(fyren, other)).map(({ name }) => name)).toEqual(['Gun']);
  const left = await sql<{ row: unknown }>`select to_jsonb(m) as row from walks.newcomer_moved m`.execute(scene.leader.database);
  expect(JSON.stringify(left.rows)).not.toMatch(new RegExp(`Gun|gun@|${newcomerId}`));
  const mine = (slug = SLUG, who: Context = scene.house, link = key) => ownWish(who, { slug, key: link });
  expect(sure(await mine())).toEqual({ group: { id: other, name: 'Fyren' }, others: [{ id: scene.groupId, name: 'Lyktan norr' }], met: false });
  expect([no(await mine('ett-annat')), no(await mine(SLUG, scene.manager)), no(await mine(SLUG, scene.house, 'x'))].flat()).toEqual(Array(3).fill('walks.wish-not-found'));
  const change = (who: Context, groupId: string, link = key) => changeGroup(who, { slug: SLUG, key: link, groupId });
  expect(no(await change(fyren, scene.groupId))).toEqual(['access.not-allowed']);
  expect(no(await change(scene.house, scene.groupId, 'x'))).toEqual(['walks.wish-not-found']);
  sure(await change(scene.house, scene.groupId));
  expect((await gun())?.group.name).toBe('Lyktan norr');
  sure(await meetNewcomer(scene.leader, { newcomerId }));
  expect(no(await change(scene.house, other))).toEqual(['walks.newcomer-was-met']);
  expect(sure(await mine())).toMatchObject({ met: true, others: [] });
  expect(no(await moveNewcomer(scene.manager, { newcomerId, groupId: other }))).toEqual(['walks.newcomer-was-met']);
});

test('of somebody grown no year of birth is kept, also when one is given', async () => {
  sure(await asks('Hedda', { area: scene.areaId }));
  sure(await welcomeNewcomer(scene.leader, { newcomerId: await idOf('Hedda'), birthYear: '1980' }, SECRET));
  const { rows } = await sql<{ birth_year: number | null }>`select birth_year from people.person where name = 'Hedda'`.execute(scene.house.database);
  expect(rows).toEqual([{ birth_year: null }]);
});

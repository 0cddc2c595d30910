import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { addToWalk, cancelOwn, declineOffer, giveUpPlace, handPlaceTo, ledWalk, ownPart, recordNoShow, removeFromWalk, shownWalk, signUp, swapOnWalk } from '#partnership/walks';
import { done, sure } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import { USUAL_RULES, type WalkTask } from '#pure/walks';
import { crowd } from '../../../../tests/support/crowd.ts';
import { asOwner } from '../../../../tests/support/fresh-database.ts';
import { answerOf, at, idOf, SECRET, signingUp } from '../../../../tests/support/signing-up.ts';

const scene = await signingUp();
const { house, walk, walkers, enter, taken, lookAfter, texts, asks, show, giveNumber } = scene;

beforeEach(async () => {
  await asks({});
  await scene.forgetTexts();
});

test('the first to come get the places in order and the rest a turn in the queue', async () => {
  const walkId = await walk(['walker', 'walker']);
  const [ada, bo, cia, dag] = await walkers('Ada', 'Bo', 'Cia', 'Dag');
  expect(sure(await enter(ada, walkId))).toMatchObject({ result: 'placed', turn: 1, place: 1 });
  expect(sure(await enter(bo, walkId))).toMatchObject({ result: 'placed', turn: 2, place: 2 });
  expect(sure(await enter(cia, walkId))).toMatchObject({ result: 'queued', turn: 3, place: null });
  expect(sure(await enter(dag, walkId))).toMatchObject({ result: 'queued', turn: 4 });
  expect(sure(await enter(dag, walkId))).toMatchObject({ result: 'queued', turn: 4 });
  expect((await ownPart(dag, walkId))?.signup).toMatchObject({ before: 1, place: null });
  expect(await taken(walkId)).toEqual({ placed: 2, waiting: 2 });
});

test('fifty who press for the last place at once are one walker and a fair queue', async () => {
  const walkId = await walk(['walker']);
  const fifty = await crowd(scene, 50);
  const answers = (await Promise.all(fifty.map((walker) => enter(walker, walkId)))).map(sure);
  expect(answers.filter(({ result }) => result === 'placed')).toHaveLength(1);
  expect(answers.find(({ result }) => result === 'placed')).toMatchObject({ turn: 1, place: 1 });
  expect(answers.map(({ turn }) => turn).sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, index) => index + 1));
  expect(await taken(walkId)).toEqual({ placed: 1, waiting: 49 });
});

test.for([1, 2, 3])('two hundred at once on ten places are never eleven, and no turn is lost or given twice (%i)', async () => {
  const many = await crowd(scene, 200);
  const walkId = await walk(Array<WalkTask>(10).fill('walker'));
  const answers = (await Promise.all(many.map((walker) => enter(walker, walkId)))).map(sure);
  const placed = answers.filter(({ result }) => result === 'placed').sort((one, other) => one.turn - other.turn);
  expect(placed.map(({ turn, place }) => [turn, place])).toEqual(Array.from({ length: 10 }, (_, index) => [index + 1, index + 1]));
  expect(answers.map(({ turn }) => turn).sort((one, other) => one - other)).toEqual(Array.from({ length: 200 }, (_, index) => index + 1));
});

test('who cancels leaves the place to the first in the queue, who is told', async () => {
  const walkId = await walk(['walker']);
  const [ada, bo, cia] = await walkers('Ada', 'Bo', 'Cia');
  await giveNumber(bo, '+46701740606');
  await enter(ada, walkId);
  sure(await signUp(bo, { walkId, task: 'walker', number: '+46701740606' }, SECRET));
  await enter(cia, walkId);
  sure(await cancelOwn(ada, { walkId }));
  expect((await ownPart(bo, walkId))?.signup).toMatchObject({ place: 1 });
  expect((await ownPart(cia, walkId))?.signup).toMatchObject({ place: null, before: 0 });
  await Promise.all([lookAfter(), lookAfter()]);
  const [{ to, text }, ...more] = await texts();
  expect([to, more]).toEqual(['+46701740606', []]);
  expect(text).toMatch(/^Du har fått plats: Centrum, .+ https:\/\/handslag\.example\/walk\//);
  expect(answerOf(await cancelOwn(ada, { walkId }))).toBe('walks.not-found');
});

test('with less than a day left the place is offered, and goes to the next when nobody answers in time', async () => {
  const walkId = await walk(['walker'], '2026-11-21');
  const [ada, bo, cia] = await walkers('Ada', 'Bo', 'Cia');
  for (const walker of [ada, bo, cia]) sure(await enter(walker, walkId));
  sure(await cancelOwn(ada, { walkId }));
  expect((await ownPart(bo, walkId))?.offer).toMatchObject({ byName: false, until: new Date('2026-11-21T12:30:00Z') });
  expect(await taken(walkId)).toEqual({ placed: 0, waiting: 2 });
  const [dag] = await walkers('Dag');
  expect(sure(await enter(dag, walkId)).result).toBe('queued');
  await lookAfter('2026-11-21T12:31:00Z');
  expect((await ownPart(at(bo, '2026-11-21T12:31:00Z'), walkId))?.offer).toBeNull();
  expect((await ownPart(at(cia, '2026-11-21T12:31:00Z'), walkId))?.offer).not.toBeNull();
  expect(sure(await enter(at(cia, '2026-11-21T12:40:00Z'), walkId))).toMatchObject({ result: 'placed', place: 1 });
  expect(answerOf(await declineOffer(at(bo, '2026-11-21T12:41:00Z'), { walkId }))).toBe('walks.no-offer');
});

test('who says no to an offer keeps the turn, and the next is asked at once', async () => {
  const walkId = await walk(['walker'], '2026-11-21');
  const [ada, bo, cia] = await walkers('Ada', 'Bo', 'Cia');
  for (const walker of [ada, bo, cia]) sure(await enter(walker, walkId));
  sure(await cancelOwn(ada, { walkId }));
  sure(await declineOffer(bo, { walkId }));
  expect((await ownPart(bo, walkId))?.signup).toMatchObject({ place: null, before: 0 });
  expect((await ownPart(cia, walkId))?.offer).not.toBeNull();
});

test('nobody walks in two places at once, and where the times do not meet one may', async () => {
  const [one, same, later] = [await walk(['walker'], '2028-01-01'), await walk(['walker'], '2028-01-01'), await walk(['walker'], '2028-01-02')];
  const [ada] = await walkers('Ada');
  sure(await enter(ada, one));
  expect(answerOf(await enter(ada, same))).toBe('walks.walks-elsewhere');
  expect(await taken(same)).toEqual({ placed: 0, waiting: 0 });
  sure(await enter(ada, later));
});

test('one who presses for two walks of the same hours at once gets one of them', async () => {
  const walks = await Promise.all(Array.from({ length: 6 }, () => walk(['walker'], '2028-02-01')));
  const [ada] = await walkers('Ada');
  const answers = await Promise.all(walks.map((walkId) => enter(ada, walkId)));
  expect(answers.filter((answer) => answer.ok && answer.value.result === 'placed')).toHaveLength(1);
  expect(answers.filter((answer) => !answer.ok).map(answerOf)).toEqual(Array(5).fill('walks.walks-elsewhere'));
});

test('a walk that is cancelled, has begun, or is in a partnership where one does not walk takes nobody', async () => {
  const [ada] = await walkers('Ada');
  const walkId = await walk(['walker']);
  await sql`update walks.walk set cancelled_at = now(), cancelled_by = 'Maja', cancelled_because = 'Snö' where id = ${walkId}`.execute(house.database);
  expect(answerOf(await enter(ada, walkId))).toBe('walks.walk-is-cancelled');
  const begun = await walk(['walker'], '2026-11-20');
  expect(answerOf(await enter(ada, begun))).toBe('walks.walk-has-started');
  await sql`update walks.walker set until = now() where person_id = ${idOf(ada)}`.execute(house.database);
  expect(answerOf(await enter(ada, await walk(['walker'])))).toBe('walks.not-found');
});

test('age is asked of each, and from fifteen to seventeen a guardian’s consent', async () => {
  const walkId = await walk(Array<WalkTask>(5).fill('walker'), '2028-03-01');
  const youth = await scene.walker('Ung', 2011);
  expect(answerOf(await enter(youth, walkId))).toBe('walks.too-young');
  await asks({ youngest: 15 });
  expect(answerOf(await enter(youth, walkId))).toBe('walks.lacks-guardian-consent');
  await show(youth, 'guardian-consent');
  const [grown] = await walkers('Vuxen');
  await enter(grown, walkId);
  expect(sure(await enter(youth, walkId)).result).toBe('placed');
  await asks({ youngest: 20 });
  expect(answerOf(await enter(await scene.walker('Nitton', 2008), walkId))).toBe('walks.too-young');
});

test('what an organisation asks to see first is asked by the database', async () => {
  const walkId = await walk(Array<WalkTask>(5).fill('walker'));
  const [ada] = await walkers('Ada');
  await asks({ course: true, insurance: true, extract: true });
  for (const [lacks, kind] of [['course', 'course'], ['insurance', 'insurance'], ['register-extract', 'register-extract']] as const) {
    expect(answerOf(await enter(ada, walkId))).toBe(`walks.lacks-${lacks}`);
    await show(ada, kind);
  }
  expect(answerOf(await enter(ada, walkId))).toBe('yes');
});

test('without rules of its own a group is asked what is usual', async () => {
  const walkId = await walk(['walker']);
  const asked = await asOwner(house, async (database) => {
    await sql`delete from walks.rules`.execute(database);
    return (await sql`select * from walks.asked(${walkId})`.execute(database)).rows;
  });
  expect(asked).toEqual([{ youngest: USUAL_RULES.youngest, trained: USUAL_RULES.trainedPerGroup, course: USUAL_RULES.courseBeforeFirstWalk, insurance: false, register_extract: false }]);
});

test('the last place is kept for somebody with the course when nobody has it', async () => {
  await asks({ trained: 1 });
  const walkId = await walk(['walker', 'walker', 'walker']);
  const [ada, bo, cia, dag] = await walkers('Ada', 'Bo', 'Cia', 'Dag');
  const left = async () => sure(await shownWalk(house, walkId)).walk.placesLeft;
  expect(await left()).toBe(2);
  for (const walker of [ada, bo]) expect(sure(await enter(walker, walkId)).result).toBe('placed');
  expect(await left()).toBe(0);
  expect(sure(await enter(cia, walkId)).result).toBe('queued');
  await show(dag, 'course');
  expect(sure(await enter(dag, walkId))).toMatchObject({ result: 'placed', place: 3, turn: 4 });
  sure(await cancelOwn(ada, { walkId }));
  expect((await ownPart(cia, walkId))?.signup?.place).toBe(1);
});

test('a leader’s place takes nobody without the course', async () => {
  const walkId = await walk(['leader', 'walker']);
  const [ada] = await walkers('Ada');
  expect(answerOf(await enter(ada, walkId, 'leader'))).toBe('walks.lacks-course');
  await show(ada, 'course');
  expect(sure(await enter(ada, walkId, 'leader'))).toMatchObject({ place: 1 });
});

test('who would give up a place keeps it until somebody comes', async () => {
  const walkId = await walk(['walker']);
  const [ada, bo] = await walkers('Ada', 'Bo');
  await enter(ada, walkId);
  sure(await giveUpPlace(ada, { walkId, wants: true }));
  expect((await ownPart(ada, walkId))?.signup).toMatchObject({ place: 1, givesUp: true });
  expect(sure(await enter(bo, walkId))).toMatchObject({ result: 'placed', place: 1 });
  expect((await ownPart(ada, walkId))?.signup).toBeNull();
});

test('a place can be handed to a colleague by number, whatever the queue, and nothing is said of who has the number', async () => {
  const walkId = await walk(['walker']);
  const [ada, bo, cia] = await walkers('Ada', 'Bo', 'Cia');
  await giveNumber(cia, '+46701740607');
  await enter(ada, walkId);
  await enter(bo, walkId);
  const hand = (phone: string) => handPlaceTo(ada, { walkId, phone, link: 'https://handslag.example/walk/1' }, { secret: SECRET, within: async () => done(null) });
  expect(await hand('070-174 06 99')).toEqual(await hand('070-174 06 07'));
  expect(await texts()).toEqual([{ to: '+46701740607', text: expect.stringContaining('erbjuder dig sin plats') }]);
  expect((await ownPart(cia, walkId))?.offer).toMatchObject({ byName: true });
  expect(sure(await enter(cia, walkId))).toMatchObject({ result: 'placed', place: 1 });
  expect((await ownPart(ada, walkId))?.signup).toBeNull();
  expect((await ownPart(bo, walkId))?.signup).toMatchObject({ place: null, before: 0 });
});

test('a leader adds, removes, swaps and notes who did not come; whoever does not lead does none of it', async () => {
  const walkId = await walk(['walker']);
  const [ada, bo] = await walkers('Ada', 'Bo');
  const on = (who: Context) => ({ walkId, personId: idOf(who) });
  expect(answerOf(await addToWalk(scene.coordinator, { ...on(ada), task: 'walker' }))).toBe('access.not-allowed');
  sure(await addToWalk(scene.leader, { ...on(ada), task: 'walker' }));
  expect(sure(await swapOnWalk(scene.leader, { ...on(ada), coming: idOf(bo) }))).toMatchObject({ result: 'placed', place: 1 });
  expect(answerOf(await recordNoShow(scene.leader, { ...on(bo), absent: true }))).toBe('walks.walk-has-not-started');
  sure(await recordNoShow(at(scene.leader, '2028-12-31'), { ...on(bo), absent: true }));
  expect(sure(await ledWalk(scene.leader, { agreementId: scene.agreementId, walkId })).company).toMatchObject([{ name: 'Bo', noShow: true }]);
  sure(await removeFromWalk(scene.manager, on(bo)));
  expect(await taken(walkId)).toEqual({ placed: 0, waiting: 0 });
  expect(answerOf(await enter(scene.coordinator, walkId))).toBe('access.not-allowed');
});

test('the municipality sees figures and no name, and a walker the names of tonight’s group only', async () => {
  const [tonight, later] = [await walk(['walker', 'walker'], '2026-11-21'), await walk(['walker', 'walker'])];
  const [ada, bo] = await walkers('Ada', 'Bo');
  await sql`update people.person set protected = true where id = ${idOf(bo)}`.execute(house.database);
  for (const walkId of [tonight, later]) for (const walker of [ada, bo]) sure(await enter(walker, walkId));
  const seen = sure(await ledWalk(scene.coordinator, { agreementId: scene.agreementId, walkId: tonight }));
  expect([seen.company, seen.others, seen.taken]).toEqual([null, [], { placed: 2, waiting: 0 }]);
  expect((await ownPart(ada, tonight))?.company.map(({ name }) => name)).toEqual(['Ada', null]);
  expect((await ownPart(ada, later))?.company).toEqual([]);
  expect(JSON.stringify(sure(await shownWalk(house, tonight)))).not.toContain('Ada');
});

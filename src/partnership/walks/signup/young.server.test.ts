import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { callOnWalk, cancelOwn, cancelWalk, giveUpPlace, ledWalk, ownPart, planOf, restoreWalk, signUp, swapOnWalk } from '#partnership/walks';
import type { Context } from '#platform/context.ts';
import { answerOf, at, idOf, SECRET, signingUp } from '../../../../tests/support/signing-up.ts';

const scene = await signingUp();
const { agreementId, house, coordinator, manager, leader, walk, walkers, enter, lookAfter, texts, asks, show, giveNumber } = scene;

beforeEach(async () => {
  await asks({ youngest: 15 });
  await scene.forgetTexts();
});

/** Somebody of sixteen whose guardian has consented. */
async function young(name: string, consented = true): Promise<Context> {
  const walker = await scene.walker(name, 2010);
  if (consented) await show(walker, 'guardian-consent');
  return walker;
}
const placeOf = async (who: Context, walkId: string) => (await ownPart(who, walkId))?.signup?.place;
const letters = async (kind: string) => (await sql<{ to_address: string; text: string }>`select to_address, text from platform.outbox where kind = ${kind} order by to_address`.execute(house.database)).rows;
const mail = ({ actor }: Context, email: string) => sql`update people.person set email = ${email} where id = ${'id' in actor ? actor.id : ''}`.execute(house.database);

test('somebody of sixteen walks with a guardian’s consent, and has a place when somebody grown has one', async () => {
  const walkId = await walk(['walker', 'walker', 'walker']);
  const [siv] = await walkers('Siv');
  expect(answerOf(await enter(await young('Unn', false), walkId))).toBe('walks.lacks-guardian-consent');
  const [ture, vera] = [await young('Ture'), await young('Vera')];
  expect(sure(await enter(ture, walkId))).toMatchObject({ result: 'queued', turn: 1 });
  expect((await ownPart(ture, walkId))?.signup).toMatchObject({ place: null, waitsForAdult: true });
  expect(sure(await enter(siv, walkId))).toMatchObject({ result: 'placed', place: 1 });
  expect((await ownPart(ture, walkId))?.signup).toMatchObject({ place: 2, waitsForAdult: false });
  expect(sure(await enter(vera, walkId))).toMatchObject({ result: 'placed', place: 3 });
  const { company, lacksAdult } = sure(await ledWalk(leader, { agreementId, walkId }));
  expect([company!.map(({ young: isYoung }) => isYoung), lacksAdult]).toEqual([[true, false, true], false]);
});

test('the stricter organisation’s age holds: where one of the two asks for eighteen nobody younger walks', async () => {
  const walkId = await walk(['walker', 'walker']);
  const [siv] = await walkers('Siv');
  await asks({ youngest: 18 });
  await enter(siv, walkId);
  expect(answerOf(await enter(await young('Wille'), walkId))).toBe('walks.too-young');
});

test('when the last who is grown cancels, the young keep their places, all are told, and the next place goes to somebody grown', async () => {
  const night = '2026-12-18';
  const walkId = await walk(['walker', 'walker'], night);
  const [siv, tora] = await walkers('Siv', 'Tora');
  const [ture, vera] = [await young('Ture'), await young('Vera')];
  await giveNumber(ture, '+46701740606');
  await mail(manager, 'idris@lyktan.example.se');
  await mail(leader, 'lena@lyktan.example.se');
  await enter(siv, walkId);
  sure(await signUp(ture, { walkId, task: 'walker', number: '+46701740606' }, SECRET));
  expect(sure(await enter(vera, walkId))).toMatchObject({ result: 'queued' });
  sure(await cancelOwn(siv, { walkId }));
  expect([await placeOf(ture, walkId), await placeOf(vera, walkId)]).toEqual([2, null]);
  expect(sure(await ledWalk(coordinator, { agreementId, walkId })).lacksAdult).toBe(true);
  expect(sure(await planOf(coordinator, agreementId, { from: night, to: night })).find(({ id }) => id === walkId)!.lacking).toContain('adult');
  await lookAfter();
  await lookAfter();
  expect((await texts()).map(({ to, text }) => [to, text.slice(0, 21)])).toEqual([['+46701740606', 'Ingen vuxen är med: C']]);
  const told = await letters('walks.adult-missing');
  expect(told.map(({ to_address }) => to_address)).toEqual(['idris@lyktan.example.se', 'lena@lyktan.example.se']);
  expect(told[0]!.text).not.toMatch(/Ture|Siv/);
  // A reminder says the same, and not that they will be met.
  await scene.forgetTexts();
  await lookAfter('2026-12-18T18:00:00Z');
  expect((await texts()).map(({ text }) => text.slice(0, 18))).toEqual(['Ingen vuxen är med']);
  await scene.forgetTexts();
  expect(sure(await enter(tora, walkId))).toMatchObject({ result: 'placed', place: 1 });
  await lookAfter();
  expect((await texts()).map(({ text }) => text.slice(0, 15))).toEqual(['En vuxen är med']);
});

test('nobody young takes the place of the last who is grown, neither from the queue nor by name', async () => {
  const walkId = await walk(['walker', 'walker']);
  const [siv, tora] = await walkers('Siv', 'Tora');
  const [ture, vera] = [await young('Ture'), await young('Vera')];
  for (const who of [siv, ture, vera, tora]) await enter(who, walkId);
  expect(answerOf(await swapOnWalk(leader, { walkId, personId: idOf(siv), coming: idOf(vera) }))).toBe('walks.adult-wanted');
  sure(await giveUpPlace(siv, { walkId, wants: true }));
  expect([await placeOf(siv, walkId), await placeOf(tora, walkId), await placeOf(vera, walkId)]).toEqual([undefined, 1, null]);
});

test('a walk cancelled by mistake is on after all, with places and turns as they were, and those who had been told are told', async () => {
  const walkId = await walk(['walker', 'walker']);
  const [ada, bo, cia] = await walkers('Ada', 'Bo', 'Cia');
  await giveNumber(ada, '+46701740607');
  sure(await signUp(ada, { walkId, task: 'walker', number: '+46701740607' }, SECRET));
  for (const who of [bo, cia]) await enter(who, walkId);
  expect(answerOf(await restoreWalk(coordinator, { walkId }))).toBe('walks.not-cancelled');
  sure(await cancelWalk(coordinator, { walkId, reason: 'Snöstorm' }));
  expect(await placeOf(ada, walkId)).toBeUndefined();
  await lookAfter();
  expect((await texts()).map(({ text }) => text.slice(0, 17))).toEqual(['Inställd vandring']);
  await scene.forgetTexts();
  sure(await restoreWalk(coordinator, { walkId }));
  expect(await Promise.all([ada, bo, cia].map((who) => placeOf(who, walkId)))).toEqual([1, 2, null]);
  await lookAfter();
  expect((await texts()).map(({ text }) => text.slice(0, 24))).toEqual(['Vandringen blir av ändå:']);
  // Cancelled anew and taken back before anybody has been told, nobody is; whoever leads the group may both.
  await scene.forgetTexts();
  const later = (who: Context) => at(who, '2026-11-21T13:00:00Z');
  sure(await cancelWalk(later(manager), { walkId, reason: 'Halka' }));
  sure(await callOnWalk(later(leader), { walkId }));
  await lookAfter();
  expect(await texts()).toEqual([]);
  sure(await cancelWalk(at(manager, '2026-11-21T14:00:00Z'), { walkId, reason: 'Halka' }));
  await lookAfter();
  expect((await texts()).map(({ text }) => text.slice(0, 17))).toEqual(['Inställd vandring']);
});

test('whoever has found another walk for the same time stays on that, and what has begun is not restored', async () => {
  const [one, other] = [await walk(['walker'], '2027-06-04'), await walk(['walker'], '2027-06-04')];
  const [ada, bo] = await walkers('Ada', 'Bo');
  await enter(ada, one);
  await enter(bo, one);
  sure(await cancelWalk(coordinator, { walkId: one, reason: 'Regn' }));
  sure(await enter(ada, other));
  expect(answerOf(await restoreWalk(at(coordinator, '2027-06-04T20:00:00Z'), { walkId: one }))).toBe('walks.walk-has-started');
  sure(await restoreWalk(coordinator, { walkId: one }));
  await lookAfter();
  expect([await placeOf(ada, one), await placeOf(ada, other), await placeOf(bo, one)]).toEqual([undefined, 1, 1]);
});

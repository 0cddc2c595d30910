import { beforeAll, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { addKit, kitGone, kitOf, kitPhoto, lateKit, lendKit, mendKit, noteDamage, returnKit } from '#partnership/walks';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { countKit } from '#pure/walks';
import { somebody } from '../../../../tests/support/cast.ts';
import { freshHouse } from '../../../../tests/support/fresh-database.ts';
import { no } from '../../../../tests/support/two-sides.ts';
import { type Walking, walking } from '../../../../tests/support/walking.ts';

let scene: Walking;
let other: Context;
beforeAll(async () => {
  scene = await walking(await freshHouse());
  other = contextFor(scene.house, await somebody(scene.house, 'Fia Fyr', { role: 'group-leader', organisation: 'Föreningen Fyren', agreementId: scene.agreementId }));
});

const agreed = () => ({ agreementId: scene.agreementId });
const kit = async (who: Context = scene.leader) => sure(await kitOf(who, scene.agreementId));
const vest = async (number: number) => (await kit()).items.find((item) => item.kind === 'vest' && item.number === number)!;

test('kit is numbered on from what there has been, and only those who lead walks add to it', async () => {
  const add = (who: Context, count: string) => addKit(who, { ...agreed(), kind: 'vest', count });
  expect(no(await add(scene.coordinator, '3'))).toEqual(['access.not-allowed']);
  expect(no(await add(scene.leader, '0'))).toEqual(['walks.kit-count-not-understood']);
  sure(await add(scene.manager, '2'));
  sure(await kitGone(scene.leader, { ...agreed(), itemId: (await vest(2)).id }));
  sure(await add(scene.leader, '1'));
  expect((await kit()).items.map(({ kind, number }) => [kind, number])).toEqual([['vest', 1], ['vest', 3]]);
});

test('a thing is in one place at a time, and whose it is stands for the leaders alone', async () => {
  const { id: itemId } = await vest(1);
  const { actor } = await scene.walker('Ada Holm');
  const holderId = 'id' in actor ? actor.id : '';
  const lend = (who: Context, more: Record<string, string> = {}) => lendKit(who, { ...agreed(), itemId, groupId: scene.groupId, holderId: '', dueOn: '', ...more });
  expect(no(await lend(scene.coordinator))).toEqual(['access.not-allowed']);
  expect(no(await lend(other))).toEqual(['walks.choose-group']);
  expect(no(await lend(scene.leader, { holderId: crypto.randomUUID() }))).toEqual(['walks.holder-not-in-group']);
  expect(no(await lend(scene.leader, { dueOn: '2026-11-20' }))).toEqual(['walks.due-in-the-past']);
  expect(no(await lend(scene.leader, { itemId: crypto.randomUUID() }))).toEqual(['walks.kit-not-found']);
  sure(await lend(scene.leader, { holderId, dueOn: '2026-11-30' }));
  expect(no(await lend(scene.manager))).toEqual(['walks.kit-is-out']);
  const loan = { group: { id: scene.groupId, name: 'Lyktan norr' }, lentOn: '2026-11-21', dueOn: '2026-11-30', late: false };
  expect((await vest(1)).loan).toEqual({ ...loan, holder: 'Ada Holm' });
  for (const who of [scene.coordinator, other]) expect((await kit(who)).items.find(({ id }) => id === itemId)!.loan).toEqual({ ...loan, holder: null });
  expect((await kit(other)).groups).toEqual([]);
  expect(countKit((await kit(scene.coordinator)).items)).toEqual([{ kind: 'vest', all: 2, out: 1, late: 0, damaged: 0 }]);
});

test('what should have been back is late the day after, until it is taken back by whoever leads the group', async () => {
  const on = (day: string) => ({ ...scene.house, clock: stoppedClock(day) });
  expect(no(await lateKit(scene.manager))).toEqual(['access.not-allowed']);
  expect(sure(await lateKit(on('2026-11-30')))).toEqual([]);
  expect(sure(await lateKit(on('2026-12-01')))).toMatchObject([{ group: { name: 'Lyktan norr' }, things: [{ kind: 'vest', number: 1, dueOn: '2026-11-30' }] }]);
  expect((await kit({ ...scene.leader, clock: stoppedClock('2026-12-01') })).items[0]!.loan!.late).toBe(true);
  const { id: itemId } = await vest(1);
  const back = (who: Context) => returnKit(who, { ...agreed(), itemId });
  expect(no(await back(scene.coordinator))).toEqual(['access.not-allowed']);
  expect(no(await back(other))).toEqual(['walks.kit-is-not-out']);
  sure(await back(scene.leader));
  expect(no(await back(scene.leader))).toEqual(['walks.kit-is-not-out']);
  expect(sure(await lateKit(on('2026-12-01')))).toEqual([]);
});

test('a damage is noted with a picture that both parties can see until it is mended', async () => {
  const { id: itemId } = await vest(3);
  const note = (who: Context, words: string) => noteDamage(who, { ...agreed(), itemId, words, photo: new Uint8Array([0xff, 0xd8, 0xff]) });
  expect(no(await note(scene.coordinator, 'Sprucken söm'))).toEqual(['access.not-allowed']);
  expect(no(await note(scene.leader, ' '))).toEqual(['walks.say-what-is-broken']);
  expect(no(await note(scene.leader, 'Ring 070-174 06 05'))).toEqual(['people.free-text-has-phone-number']);
  sure(await note(scene.leader, 'Sprucken söm'));
  const [damage] = (await vest(3)).damages;
  const sha256 = damage!.photo!;
  expect(sure(await kitPhoto(scene.coordinator, { ...agreed(), sha256 }))).toEqual(Buffer.from([0xff, 0xd8, 0xff]));
  const stranger = contextFor(scene.house, await somebody(scene.house, 'Otto Storm', { role: 'coordinator', organisation: 'Storby kommun' }));
  expect(no(await kitPhoto(stranger, { ...agreed(), sha256 }))).toEqual(['access.not-found']);
  const mend = (who: Context) => mendKit(who, { ...agreed(), damageId: damage!.id });
  expect(no(await mend(scene.coordinator))).toEqual(['access.not-allowed']);
  sure(await mend(scene.manager));
  expect(no(await mend(scene.manager))).toEqual(['walks.kit-was-mended']);
  expect((await vest(3)).damages).toEqual([]);
  expect(no(await kitPhoto(scene.coordinator, { ...agreed(), sha256 }))).toEqual(['walks.kit-not-found']);
});

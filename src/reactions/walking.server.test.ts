import { beforeAll, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { recordAccount } from '#partnership/people';
import { dutiesOfPartnership } from '#partnership/commitments';
import { addKit, kitOf, lendKit, openFinding } from '#partnership/walks';
import { stoppedClock } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { freshHouse } from '../../tests/support/fresh-database.ts';
import { no } from '../../tests/support/two-sides.ts';
import { type Walking, walking } from '../../tests/support/walking.ts';
import { askToWalkAndTell, remindOfKit } from './finding-walkers.ts';
import { endGroupAndTell, nameContactAndTell, passDutyAndTell, proposeGroupAndTell, sayAboutGroupAndTell, startGroupAndTell } from './walking-groups.ts';

const origin = 'https://handslag.example';
let scene: Walking;
beforeAll(async () => {
  scene = await walking(await freshHouse());
  for (const [who, email] of [[scene.coordinator, 'maja@example.se'], [scene.manager, 'idris@example.se'], [scene.leader, 'lena@example.se']] as const) {
    if (who.actor.kind === 'person') sure(await recordAccount(scene.house, { accountId: who.actor.id, organisationId: who.actor.assignments[0]!.organisation!.id, name: who.actor.name, email }));
  }
});

/** The letters that were written since these, by address, and what they said. */
async function letters(work: () => Promise<unknown>): Promise<{ to: string[]; said: string }> {
  const all = async () => scene.house.database.withTables<{ 'platform.outbox': { id: string; to_address: string; subject: string; text: string } }>().selectFrom('platform.outbox').select(['id', 'to_address', 'subject', 'text']).execute();
  const before = new Set((await all()).map(({ id }) => id));
  await work();
  const written = (await all()).filter(({ id }) => !before.has(id));
  return { to: written.map(({ to_address }) => to_address).sort(), said: written.map(({ subject, text }) => `${subject}\n${text}`).join('\n') };
}

const idOf = ({ actor }: Context): string => ('id' in actor ? actor.id : '');

test('both parties are told when a group is proposed and heard of, and its leaders when it walks and no longer does', async () => {
  let groupId = '';
  const proposed = await letters(async () => {
    groupId = sure(await proposeGroupAndTell(scene.manager, { agreementId: scene.agreementId, name: 'Lyktan väster', association: '', origin })).groupId;
  });
  expect(proposed.to).toEqual(['idris@example.se', 'maja@example.se']);
  expect(proposed.said).toContain(`${origin}/partnerships/${scene.agreementId}/walks/groups/${groupId}`);
  const heard = await letters(() => sayAboutGroupAndTell(scene.coordinator, { groupId, agrees: 'no', words: 'Börja hellre efter jul.', origin }));
  expect(heard.to).toEqual(['idris@example.se', 'maja@example.se']);
  expect(heard.said).not.toContain('jul');
  expect((await letters(async () => expect(no(await startGroupAndTell(scene.manager, { groupId, origin }))).toEqual(['walks.not-all-heard']))).to).toEqual([]);
  sure(await sayAboutGroupAndTell(scene.manager, { groupId, agrees: 'yes', words: '', origin }));
  const everybody = ['idris@example.se', 'lena@example.se', 'maja@example.se'];
  expect((await letters(() => startGroupAndTell(scene.manager, { groupId, origin }))).to).toEqual(everybody);
  expect((await letters(() => endGroupAndTell(scene.manager, { groupId, origin }))).to).toEqual(everybody);
});

test('the one that coordinates is told of a new contact person, and not when it named them itself', async () => {
  const name = (who: Context, person: Context) => letters(async () => sure(await nameContactAndTell(who, { groupId: scene.groupId, personId: idOf(person), origin })));
  const told = await name(scene.leader, scene.leader);
  expect(told.to).toEqual(['idris@example.se']);
  expect(told.said).not.toContain('Lena');
  expect((await name(scene.manager, scene.manager)).to).toEqual([]);
});

test('a group’s leaders are told what has been passed on to it', async () => {
  const { duties } = sure(await dutiesOfPartnership(scene.manager, scene.agreementId));
  const { id: dutyId } = duties.find(({ duty: { owner } }) => owner !== 'Granby kommun')!;
  const told = await letters(async () => sure(await passDutyAndTell(scene.manager, { agreementId: scene.agreementId, dutyId, groupId: scene.groupId, what: 'Räkna nätterna', dueOn: '', origin })));
  expect(told.to).toEqual(['idris@example.se', 'lena@example.se']);
  expect(told.said).toContain('Räkna nätterna');
});

test('a group’s leaders are told that somebody wants to walk, once, and not who', async () => {
  sure(await openFinding(scene.manager, { agreementId: scene.agreementId, slug: 'granby' }));
  const ask = () => letters(async () => sure(await askToWalkAndTell(scene.house, { slug: 'granby', name: 'Ada Holm', reach: 'ada@example.se', area: '', code: '', origin }, 'x'.repeat(32))));
  const told = await ask();
  expect(told.to).toEqual(['ada@example.se', 'idris@example.se', 'lena@example.se']);
  expect(told.said).not.toMatch(/Ada|ada@/);
  expect(told.said).toMatch(/https:\/\/handslag\.example\/join\/granby\/[\w-]{16}/);
  // Asked again, whoever is reached there is sent their link again, and nobody else is told.
  expect((await ask()).to).toEqual(['ada@example.se']);
});

test('late kit is reminded of the day after, and again each week, with the thing and its day and nobody’s name', async () => {
  const agreed = { agreementId: scene.agreementId };
  sure(await addKit(scene.leader, { ...agreed, kind: 'lamp', count: '2' }));
  const walker = await scene.walker('Bo Ek');
  for (const { id: itemId } of sure(await kitOf(scene.leader, scene.agreementId)).items) sure(await lendKit(scene.leader, { ...agreed, itemId, groupId: scene.groupId, holderId: idOf(walker), dueOn: '2026-11-30' }));
  const remind = (day: string) => letters(() => remindOfKit({ ...scene.house, clock: stoppedClock(day) }, origin));
  expect((await remind('2026-11-30')).to).toEqual([]);
  const told = await remind('2026-12-01');
  expect(told.to).toEqual(['idris@example.se', 'lena@example.se']);
  expect(told.said).toContain('Lampa 1, senast 2026-11-30');
  expect(told.said).not.toContain('Bo Ek');
  expect([(await remind('2026-12-07')).to.length, (await remind('2026-12-08')).to.length]).toEqual([0, 2]);
});

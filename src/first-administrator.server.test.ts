import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { assignmentsOf, hasAdministrator } from '#platform/access/assignments.ts';
import { stoppedClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import { accountWithAddress } from '#platform/sign-in/accounts.ts';
import { firstKey, firstKeyIsGood } from '#platform/sign-in/first-administrator.ts';
import { freshHouse } from '../tests/support/fresh-database.ts';
import { beginAdministration } from './first-administrator.ts';

const house = await freshHouse();
const form = { name: 'Maja Lindgren', email: 'Maja@granby.example', organisation: 'Granby kommun', orgNumber: '212000-1884', sector: 'public' };
const at = (moment: string) => contextFor({ ...house, clock: stoppedClock(moment) }, house.actor);

beforeEach(async () => {
  await sql`delete from sign_in.first_key`.execute(house.database);
});

test('the link makes an administrator who also coordinates the organisation', async () => {
  const account = sure(await beginAdministration(house, { secret: await firstKey(house), ...form }));
  expect(account).toMatchObject({ name: 'Maja Lindgren', email: 'maja@granby.example' });
  const held = (await assignmentsOf(house, account.id)).map(({ role, organisation }) => [role, organisation?.name]);
  expect(held.sort()).toEqual([
    ['administrator', undefined],
    ['coordinator', 'Granby kommun'],
  ]);
  expect(await hasAdministrator(house)).toBe(true);
});

test('an association gets whoever runs it, and without an organisation there is nothing but the house', async () => {
  const held = async (more: object) => {
    const { id } = sure(await beginAdministration(house, { secret: await firstKey(house), ...form, ...more }));
    return (await assignmentsOf(house, id)).map(({ role }) => role).sort();
  };
  expect(await held({ email: 'omar@lyktan.example', organisation: 'Lyktan', orgNumber: '', sector: 'civil' })).toEqual(['administrator', 'association-manager']);
  expect(await held({ email: 'drift@granby.example', organisation: '', orgNumber: '' })).toEqual(['administrator']);
});

test('used by two at the same time, the link makes one', async () => {
  const secret = await firstKey(house);
  const tries = await Promise.all(['a@granby.example', 'b@granby.example'].map((email) => beginAdministration(house, { secret, ...form, email })));
  expect(tries.filter(({ ok }) => ok).length).toBe(1);
  expect(tries.find(({ ok }) => !ok)).toMatchObject({ refusals: [{ code: 'sign-in.first-key-spent' }] });
});

test('a link is good for a day, until it is used, or until the next start makes a new one', async () => {
  const first = await firstKey(at('2026-11-21T10:00:00Z'));
  expect(await firstKeyIsGood(at('2026-11-22T09:59:00Z'), first)).toBe(true);
  expect(await firstKeyIsGood(at('2026-11-22T10:01:00Z'), first)).toBe(false);
  const second = await firstKey(house);
  expect(await firstKeyIsGood(house, first)).toBe(false);
  sure(await beginAdministration(house, { secret: second, ...form }));
  expect(await firstKeyIsGood(house, second)).toBe(false);
  expect(await beginAdministration(house, { secret: second, ...form })).toMatchObject({ ok: false });
});

test('what is wrong in the form is told at its fields and does not use the link up', async () => {
  const secret = await firstKey(house);
  const wrong = await beginAdministration(house, { secret, ...form, name: ' ', email: 'maja', orgNumber: '12' });
  expect(wrong.ok ? [] : wrong.refusals.map(({ path }) => path)).toEqual(['name', 'email', 'orgNumber']);
  expect(await firstKeyIsGood(house, secret)).toBe(true);
});

test('a secret that was guessed makes nobody', async () => {
  const secret = await firstKey(house);
  expect((await beginAdministration(house, { secret: 'guessed', ...form, email: 'mallory@elsewhere.example' })).ok).toBe(false);
  expect(await accountWithAddress(house, 'mallory@elsewhere.example')).toBe(null);
  expect(await firstKeyIsGood(house, secret)).toBe(true);
});

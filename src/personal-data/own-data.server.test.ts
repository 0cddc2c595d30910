import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { receiveAgreement } from '#partnership/agreement';
import { protectPerson, recordAccount } from '#partnership/people';
import { sure } from '#kernel/outcome.ts';
import { organisationOf } from '#platform/access/standing.ts';
import { nobody } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { somebody } from '../../tests/support/cast.ts';
import { freshHouse } from '../../tests/support/fresh-database.ts';
import { ownData } from './own-data.server.ts';
import { REGISTER } from './register.ts';

const house = await freshHouse();
const coordinator = async (name: string, organisation: string) => contextFor(house, await somebody(house, name, { role: 'coordinator', organisation }));
const maja = await coordinator('Maja Lindgren', 'Granby kommun');
const namesake = await coordinator('Maja Lindgren', 'Vintervik kommun');

const handIn = async (context: Context, fileName: string) => sure(await receiveAgreement(context, { fileName, bytes: new TextEncoder().encode(`${fileName} ${randomUUID()}`) }));
const about = async (context: Context, table: string) => sure(await ownData(context)).find(({ declared }) => declared.table === table)?.rows ?? [];

test('a person is given what they did and what they are entrusted with, by the declarations of every room', async () => {
  await handIn(maja, 'granby.txt');
  expect(await about(maja, 'access.assignment')).toMatchObject([{ role: 'coordinator', given_by: 'Handslag' }]);
  expect(await about(maja, 'agreement.document')).toMatchObject([{ file_name: 'granby.txt' }]);
  expect((await about(maja, 'platform.journal')).map(({ what }) => what)).toContain('agreement.received');
});

test('a namesake in another municipality sees nothing of it', async () => {
  await handIn(namesake, 'vintervik.txt');
  expect((await about(namesake, 'agreement.document')).map(({ file_name }) => file_name)).toEqual(['vintervik.txt']);
  expect((await about(maja, 'agreement.document')).map(({ file_name }) => file_name)).not.toContain('vintervik.txt');
});

test('what stands about the account is given whoever wrote it down, and nobody else is named who is protected', async () => {
  const accountId = (maja.actor as { id: string }).id;
  const granby = organisationOf(maja.actor)!.id;
  sure(await recordAccount(house, { accountId, organisationId: granby, name: 'Maja Lindgren', email: 'maja@granby.example.se' }));
  const bosse = await coordinator('Bosse Gran', 'Granby kommun');
  const bosseId = (bosse.actor as { id: string }).id;
  sure(await recordAccount(house, { accountId: bosseId, organisationId: granby, name: 'Bosse Gran', email: null }));
  await handIn(maja, 'avtal med Bosse Gran.txt');
  sure(await protectPerson(maja, { personId: bosseId, isProtected: true }));
  expect(await about(maja, 'people.person')).toMatchObject([{ name: 'Maja Lindgren', email: 'maja@granby.example.se' }]);
  expect((await about(maja, 'agreement.document')).map(({ file_name }) => file_name)).toContain('avtal med █████ ████.txt');
});

test('a visitor who has not signed in is given nothing', async () => {
  expect(await ownData(contextFor(house, nobody))).toMatchObject({ ok: false, refusals: [{ code: 'access.sign-in-first' }] });
});

test('every table that tells of accounts can be asked', async () => {
  expect(REGISTER.filter(({ own }) => own).length).toBeGreaterThan(8);
  sure(await ownData(maja));
});

import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { addFact, confirmedReading, decide, receiveAgreement, takeReading } from '#partnership/agreement';
import { done, sure } from '#kernel/outcome.ts';
import { letTakePart } from '#platform/access/assignments.ts';
import { organisationOf } from '#platform/access/standing.ts';
import { nobody } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { somebody } from '../../../tests/support/cast.ts';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import { smallReading, smallText } from '../../../tests/support/readings.ts';
import * as people from './index.ts';

const house = await freshHouse();
const maja = contextFor(house, await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' }));
const ines = contextFor(house, await somebody(house, 'Ines Falk', { role: 'outreach-worker', organisation: 'Föreningen Lyktan' }));
const granby = organisationOf(maja.actor)!.id;
const lyktan = organisationOf(ines.actor)!.id;

let agreementId: string;
let factId: string;
beforeEach(async () => {
  agreementId = sure(await receiveAgreement(maja, { fileName: 'avtal.txt', bytes: new TextEncoder().encode(smallText) })).agreementId;
  sure(await takeReading(maja, agreementId, { read: async () => done({ text: smallText, format: 'text' as const, notes: [], reading: smallReading() }) }));
  await letTakePart(house, agreementId, [granby, lyktan]);
  const value = { name: 'Mona Ek', role: 'Ordförande', email: 'mona@example.se', phone: '070-174 06 05', organisation: 'Föreningen Lyktan' };
  factId = sure(await addFact(maja, { agreementId, kind: 'contact', value, span: { start: 18, end: 35, line: 1 } })).factId;
  sure(await people.recordPeople(maja, { agreementId, facts: sure(await confirmedReading(maja, agreementId)).facts }));
});

const no = (outcome: { ok: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const contact = async (context = maja) => sure(await people.peopleOf(context, agreementId)).contacts.find((one) => one.factId === factId);
const journal = async () => (await sql<{ what: string; facts: unknown }>`select what, facts from platform.journal where agreement_id = ${agreementId} order by id`.execute(house.database)).rows;
const protect = () => people.protectContact(maja, { agreementId, factId, isProtected: true });

test('a protected contact person is in the list with nothing but the organisation', async () => {
  sure(await protect());
  expect(await contact()).toEqual({ factId, name: '', role: null, email: null, phone: null, organisation: 'Föreningen Lyktan', protected: true });
});

test('whoever has the right opens it, and the journal keeps that and no name', async () => {
  sure(await protect());
  expect(sure(await people.openContact(maja, { agreementId, factId }))).toMatchObject({ name: 'Mona Ek', phone: '070-174 06 05' });
  const entries = await journal();
  expect(entries.at(-1)).toEqual({ what: 'people.protected-opened', facts: { factId } });
  expect(JSON.stringify(entries)).not.toContain('Mona');
});

test('whoever has not the right neither opens, protects nor takes the agreement that names them', async () => {
  sure(await protect());
  expect(no(await people.openContact(ines, { agreementId, factId }))).toEqual(['access.not-allowed']);
  expect(no(await people.protectContact(ines, { agreementId, factId, isProtected: false }))).toEqual(['access.not-allowed']);
  expect(no(await people.openDocument(ines, { agreementId }))).toEqual(['people.document-names-protected']);
  expect(no(await people.openContact(contextFor(house, nobody), { agreementId, factId }))).toEqual(['access.sign-in-first']);
  sure(await people.openDocument(maja, { agreementId }));
  expect((await journal()).at(-1)).toMatchObject({ what: 'people.protected-document-opened' });
});

test('the guard blacks out the name wherever it stands, also as it was before a correction, and in that partnership only', async () => {
  sure(await protect());
  sure(await decide(maja, { factId, verdict: 'correct', value: { name: 'Mona Berg' } }));
  const { hide, hides } = await people.guard(ines);
  expect(hide(agreementId, { what: 'Ring Mona Ek på 0701740605', next: ['Mona Berg'] })).toEqual({ what: 'Ring ████ ██ på ██████████', next: ['████ ████'] });
  expect(hide('another', 'Ring Mona Ek')).toBe('Ring Mona Ek');
  expect([hides(agreementId), hides('another')]).toEqual([true, false]);
});

test('when the protection is lifted everything is shown again, and that it held stays known', async () => {
  sure(await protect());
  sure(await protect());
  sure(await people.protectContact(maja, { agreementId, factId, isProtected: false }));
  expect(await contact()).toMatchObject({ name: 'Mona Ek', protected: false });
  expect((await people.guard(maja)).hide(agreementId, 'Mona Ek')).toBe('Mona Ek');
  expect((await journal()).map(({ what }) => what).slice(-2)).toEqual(['people.contact-protected', 'people.contact-unprotected']);
  sure(await people.openDocument(ines, { agreementId }));
});

test('somebody with an account and a protected identity is hidden from others, and not from themselves', async () => {
  sure(await people.recordAccount(house, { accountId: (ines.actor as { id: string }).id, organisationId: lyktan, name: 'Ines Falk', email: null }));
  const boss = contextFor(house, await somebody(house, 'Bo Ek', { role: 'association-manager', organisation: 'Föreningen Lyktan' }));
  sure(await people.protectPerson(boss, { personId: (ines.actor as { id: string }).id, isProtected: true }));
  expect((await people.guard(maja)).hide(agreementId, { recordedBy: 'Ines Falk' })).toEqual({ recordedBy: '████ ████' });
  expect((await people.guard(ines)).hide(agreementId, 'Ines Falk')).toBe('Ines Falk');
});

test('a contact person who is not there cannot be protected', async () => {
  expect(no(await people.protectContact(maja, { agreementId, factId: granby, isProtected: true }))).toEqual(['people.contact-not-found']);
});

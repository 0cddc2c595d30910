import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { completeDuty, dutiesOfPartnership, planDuties } from '#partnership/commitments';
import { decideRetention, peopleOf, recordPeople, retentionOf } from '#partnership/people';
import { letTakePart } from '#platform/access/assignments.ts';
import { organisationOf } from '#platform/access/standing.ts';
import { nobody } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import { verifyJournal } from '#platform/journal/verify.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { accountsOf } from '#platform/sign-in/accounts.ts';
import type { FactView } from '#pure/agreement';
import { DISPOSABLE } from '#pure/people';
import { somebody } from '../tests/support/cast.ts';
import { dutyText, fact, period } from '../tests/support/duty-facts.ts';
import { freshHouse } from '../tests/support/fresh-database.ts';
import { disposeOfWhatIsDue } from './disposal.ts';

const house = await freshHouse(stoppedClock('2026-11-21'));
const maja = contextFor(house, await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' }));
const granby = organisationOf(maja.actor)!.id;
const at = (day: string) => contextFor({ ...house, clock: stoppedClock(day) }, house.actor);

const facts = [
  period('2024-01-01', '2024-12-31'),
  fact('deadline', { date: '2024-12-07', what: 'Slutrapport', responsible: 'Lyktan' }, 14),
  fact('party', { name: 'Granby kommun', sector: 'public', orgNumber: null, unit: null, address: null }, 56),
  fact('party', { name: 'Lyktan', sector: 'civil', orgNumber: null, unit: null, address: null }, 63),
  fact('contact', { name: 'Mona Ek', role: null, email: 'mona@example.se', phone: null, organisation: 'Lyktan' }, 70),
];
const views = () => facts.map((one): FactView => ({ readValue: one.value, ...one, id: randomUUID(), verdict: 'confirmed', decidedBy: 'Maja', decidedAt: null }));

let agreementId: string;
beforeEach(async () => {
  agreementId = randomUUID();
  await letTakePart(maja, agreementId, [granby]);
  const agreed = views();
  sure(await recordPeople(maja, { agreementId, facts: agreed }));
  sure(await planDuties(maja, { agreementId, facts: agreed, text: dutyText }));
  const { duties } = sure(await dutiesOfPartnership(maja, agreementId));
  sure(await completeDuty(maja, { dutyId: duties.find(({ duty }) => duty.subject === 'wording')!.id, doneOn: '2024-12-01', evidence: 'Vaktmästaren tog emot' }));
});

const decision = { organisationId: granby, type: 'contact-persons', months: 24, caseNumber: 'KS 2026/12', decidedOn: '2026-01-15', decidedBy: 'Kommunstyrelsen' };
const contacts = async () => sure(await peopleOf(maja, agreementId)).contacts.length;
const completion = async () => sure(await dutiesOfPartnership(maja, agreementId)).duties.find(({ completion }) => completion)?.completion;
const journal = async (what: string) => (await sql<{ facts: unknown }>`select facts from platform.journal where agreement_id = ${agreementId} and what = ${what}`.execute(house.database)).rows.map(({ facts }) => facts);
const no = (outcome: { ok: boolean; refusals?: { code: string; path?: string }[] }) => outcome.refusals?.map(({ code, path }) => [code, path]);

test('without a decision nothing is ever disposed of', async () => {
  await disposeOfWhatIsDue(at('2090-01-01'));
  expect(await contacts()).toBe(1);
  expect((await completion())?.evidence).toBe('Vaktmästaren tog emot');
});

test('what has been decided is disposed of when its time has passed, logged without a word of it, and once', async () => {
  sure(await decideRetention(maja, decision));
  await disposeOfWhatIsDue(at('2026-12-31'));
  expect(await contacts()).toBe(1);
  await disposeOfWhatIsDue(at('2027-01-01'));
  await disposeOfWhatIsDue(at('2027-01-02'));
  expect(await contacts()).toBe(0);
  expect(await journal('people.disposed')).toEqual([{ type: 'contact-persons', count: 1, caseNumber: 'KS 2026/12' }]);
  const shown = sure(await retentionOf(maja, granby));
  expect(shown.disposals[0]).toMatchObject({ type: 'contact-persons', count: 1, caseNumber: 'KS 2026/12' });
  expect((await completion())?.evidence).toBe('Vaktmästaren tog emot');
});

test('notes are emptied, while that something was done and when stays', async () => {
  sure(await decideRetention(maja, { ...decision, type: 'duty-notes', months: 12 }));
  await disposeOfWhatIsDue(house);
  expect(await completion()).toMatchObject({ doneOn: '2024-12-01', evidence: null, recordedBy: '' });
  expect(await journal('people.disposed')).toHaveLength(1);
  sure(await decideRetention(maja, { ...decision, type: 'duty-notes', months: null }));
});

test('a later decision supersedes an earlier one, which stays written', async () => {
  sure(await decideRetention(maja, { ...decision, months: 1 }));
  sure(await decideRetention(maja, { ...decision, months: null, caseNumber: 'KS 2026/99' }));
  await disposeOfWhatIsDue(at('2090-01-01'));
  expect(await contacts()).toBe(1);
  const shown = sure(await retentionOf(maja, granby));
  expect(shown.types.find(({ type }) => type === 'contact-persons')?.decision).toMatchObject({ months: null, caseNumber: 'KS 2026/99' });
});

test('a decision needs its case, the body that took it and a day that has come', async () => {
  expect(no(await decideRetention(maja, { ...decision, caseNumber: ' ' }))).toEqual([['people.retention-incomplete', 'caseNumber']]);
  expect(no(await decideRetention(maja, { ...decision, decidedOn: '2026-12-24' }))).toEqual([['people.retention-in-the-future', 'decidedOn']]);
  expect(no(await decideRetention(maja, { ...decision, type: 'agreements' }))).toEqual([['people.retention-incomplete', 'type']]);
});

test('only whoever manages the organisation writes its decisions down, and only the house disposes', async () => {
  const other = contextFor(house, await somebody(house, 'Olle Ström', { role: 'coordinator', organisation: 'Vintervik kommun' }));
  const outreach = contextFor(house, await somebody(house, 'Ines Falk', { role: 'outreach-worker', organisation: 'Granby kommun' }));
  expect(no(await decideRetention(other, decision))).toEqual([['access.not-allowed', undefined]]);
  expect(no(await decideRetention(outreach, decision))).toEqual([['access.not-allowed', undefined]]);
  expect(no(await retentionOf(other, granby))).toEqual([['access.not-found', undefined]]);
  expect(no(await decideRetention(contextFor(house, nobody), decision))).toEqual([['access.sign-in-first', undefined]]);
  await expect(disposeOfWhatIsDue(contextFor(house, maja.actor))).rejects.toThrow('not-allowed');
});

test('who did what in a partnership is forgotten when that has been decided, once, and the chain stays whole', async () => {
  sure(await decideRetention(maja, { ...decision, type: 'journal', months: 12 }));
  const names = async () => (await sql<{ who: string }>`select who from platform.journal where agreement_id = ${agreementId} and account_id is not null`.execute(house.database)).rows.length;
  expect(await names()).toBeGreaterThan(0);
  // Counted from the end of the agreement, and what was done less than a year ago is still known.
  await disposeOfWhatIsDue(at('2027-11-21'));
  expect(await names()).toBeGreaterThan(0);
  await disposeOfWhatIsDue(at('2027-11-23'));
  expect(await names()).toBe(0);
  const before = await journal('journal.disposed');
  await disposeOfWhatIsDue(at('2027-11-24'));
  expect(await journal('journal.disposed')).toEqual(before);
  expect((await verifyJournal(house.database)).breaks).toEqual([]);
  sure(await decideRetention(maja, { ...decision, type: 'journal', months: null }));
});

test('people who left long ago are gone with their accounts, those who left lately or still have a role are not', async () => {
  const [gone, lately, back] = await Promise.all(['Bo Ek', 'Siv Alm', 'Per Lind'].map((name) => somebody(house, name, { role: 'unit-manager', organisation: 'Granby kommun' })));
  await sql`insert into sign_in.holder (id, name, email, email_verified, created_at, updated_at) values (${gone.id}, 'Bo Ek', 'bo.ek@granby.example', true, now(), now())`.execute(house.database);
  const left = (id: string, day: string) => sql`update people.person set until = ${day} where id = ${id}`.execute(house.database);
  await sql`update access.assignment set ended_at = now() where account_id in (${gone.id}, ${lately.id})`.execute(house.database);
  for (const [person, day] of [[gone, '2024-10-01'], [lately, '2026-10-01'], [back, '2024-10-01']] as const) await left(person.id, day);
  sure(await decideRetention(maja, { ...decision, type: 'persons' }));
  await disposeOfWhatIsDue(house);
  const { rows } = await sql<{ name: string }>`select name from people.person where id in (${gone.id}, ${lately.id}, ${back.id}) order by name`.execute(house.database);
  expect(rows.map(({ name }) => name)).toEqual(['Per Lind', 'Siv Alm']);
  expect(await accountsOf(house, [gone.id])).toEqual([]);
  sure(await decideRetention(maja, { ...decision, type: 'persons', months: null }));
});

test('letters go when every authority here has decided so, but none that is still to leave', async () => {
  for (const subject of ['old', 'waiting']) await queueMail(at('2024-01-01'), { to: 'bo@example.se', subject, text: '', kind: 'test' });
  await sql`update platform.outbox set sent_at = queued_at, next_try_at = null where subject = 'old'`.execute(house.database);
  const subjects = async () => (await sql<{ subject: string }>`select subject from platform.outbox where kind = 'test' order by subject`.execute(house.database)).rows.map(({ subject }) => subject);
  sure(await decideRetention(maja, { ...decision, type: 'letters', months: 12 }));
  await disposeOfWhatIsDue(house);
  // Vintervik kommun has people here too, and has decided nothing.
  expect(await subjects()).toEqual(['old', 'waiting']);
  const olle = contextFor(house, await somebody(house, 'Olle Ström', { role: 'coordinator', organisation: 'Vintervik kommun' }));
  sure(await decideRetention(olle, { ...decision, organisationId: organisationOf(olle.actor)!.id, type: 'letters', months: 24 }));
  await disposeOfWhatIsDue(house);
  expect(await subjects()).toEqual(['waiting']);
});

test('every type that can be disposed of has somebody who does it', async () => {
  expect(DISPOSABLE.sort()).toEqual(['contact-persons', 'duty-notes', 'journal', 'letters', 'persons']);
});

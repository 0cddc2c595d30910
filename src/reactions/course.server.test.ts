import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import * as governance from '#partnership/governance';
import { cancelDuty, completeDuty, dutiesOfPartnership, findDuty } from '#partnership/commitments';
import { protectContact, registerOrganisation } from '#partnership/people';
import { addFact, agreementForReview, readAgreementDraft } from '#partnership/agreement';
import { sure } from '#kernel/outcome.ts';
import type { ReadFact } from '#pure/agreement';
import { dateOf } from '#pure/commitments';
import { nobody } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import { somebody } from '../../tests/support/cast.ts';
import { freshHouse } from '../../tests/support/fresh-database.ts';
import { smallText } from '../../tests/support/readings.ts';
import { running } from '../../tests/support/three-partnerships.ts';
import { no } from '../../tests/support/two-sides.ts';
import { addStepAndLayOut, agreeToWithdrawAndTell, beginSuccessor, giveNoticeAndTell, ownStepAndLayOut, removeStepAndLayOut, rescindAndTell, warnAndTell } from './course.ts';
import { layOut } from './lay-out.ts';

const WORDS = [' Slutrapport lämnas den 10 december 2026.', ' Uppsägningstiden är tre månader.', ' Avtalet får hävas om felet inte rättats till inom trettio dagar.', ' Utbetalning sker den 1 oktober 2026.'];
const text = smallText + WORDS.join('');
const span = (at: number) => ({ start: smallText.length + WORDS.slice(0, at).join('').length + 1, end: smallText.length + WORDS.slice(0, at + 1).join('').length, line: 1 });
const certainly = (kind: ReadFact['kind'], value: Record<string, unknown>, at: number): ReadFact => ({ kind, value, certainty: 'certain', span: span(at) });
const more = [
  certainly('deadline', { date: '2026-12-10', precision: 'day', derived: false, recurrence: null, what: 'Slutrapport', responsible: 'Lyktan', relative: null }, 0),
  certainly('notice', { months: 3, when: null }, 1),
  certainly('payment', { sek: 5000, due: { date: '2026-10-01', precision: 'day', event: null }, split: [], payer: 'Granby kommun', payee: 'Lyktan', account: null, text: 'Utbetalning' }, 3),
];

const clock = stoppedClock('2026-03-02');
const house = await freshHouse(clock);
const later = (day: string) => ({ ...house, clock: stoppedClock(day) });
const as = async (name: string, role: 'coordinator' | 'association-manager' | 'outreach-worker', organisation: string) => contextFor(house, await somebody(house, name, { role, organisation }));
const maja = await as('Maja Lindgren', 'coordinator', 'Granby kommun');
const sara = await as('Sara Berg', 'association-manager', 'Lyktan');
const vera = await as('Vera Ek', 'outreach-worker', 'Lyktan');
const otto = await as('Otto Storm', 'coordinator', 'Storby kommun');
const granby = sure(await registerOrganisation(house, { name: 'Granby kommun', sector: 'public', orgNumber: null })).organisationId;
const lyktan = sure(await registerOrganisation(house, { name: 'Lyktan', sector: 'civil', orgNumber: null })).organisationId;

let id = '';
beforeEach(async () => {
  id = (await running(house, `Natt ${randomUUID().slice(0, 4)}`, ['Granby kommun', 'Lyktan'], { text, more })).id;
});

const origin = 'http://localhost';
const notice = { organisationId: granby, receivedOn: '2026-03-01', months: null, countedFrom: 'receipt' as const, reason: '', origin };
const course = async (context = maja) => sure(await governance.courseOf(context, id));
const days = async () => {
  const { duties, term } = sure(await dutiesOfPartnership(maja, id));
  return { term: term.end, ...Object.fromEntries(duties.map(({ duty }) => [duty.title ?? duty.subject, dateOf(duty)?.date])) };
};
const journal = async () => (await sql<{ what: string }>`select what from platform.journal where agreement_id = ${id} and what like 'governance.%' order by id`.execute(house.database)).rows.map(({ what }) => what);
const letters = async () => (await sql<{ subject: string; text: string }>`select subject, text from platform.outbox where text like ${`%${id}%`} order by queued_at, id`.execute(house.database)).rows;
const AGREED = { term: '2026-12-31', Slutrapport: '2026-12-10', 'Lämna rapport': '2026-06-01', payment: '2026-10-01', 'end-of-term': '2026-12-31', 'last-day-of-notice': '2026-09-30' };

describe('notice', () => {
  test('moves the end and the final report, takes away what can no longer come due, and tells both sides; withdrawn by both it all moves back', async () => {
    expect(await days()).toEqual(AGREED);
    await sql`update people.person set email = id || '@example.se'`.execute(house.database);
    const [first] = sure(await dutiesOfPartnership(sara, id)).duties;
    sure(await completeDuty(sara, { dutyId: first.id, doneOn: '2026-03-01', evidence: null }));
    const { noticeId } = sure(await giveNoticeAndTell(maja, { agreementId: id, ...notice }));
    expect(await days()).toEqual({ term: '2026-06-01', 'Lämna rapport': '2026-06-01', Slutrapport: '2026-05-11', 'end-of-term': '2026-06-01' });
    const given = await course(sara);
    expect(given).toMatchObject({ state: 'active', agreedEnd: '2026-12-31', endsOn: '2026-06-01', notice: { months: 3, by: { name: 'Granby kommun' } }, terms: { notice: { words: 'Uppsägningstiden är tre månader.' } } });
    expect(given.consequences!.fellAway.map(({ kind }) => kind)).toEqual(['exit', 'payment']);
    expect((await letters())[0]).toMatchObject({ subject: expect.stringMatching(/^Uppsägning: Natt/), text: expect.stringMatching(/2026-06-01[\s\S]*Flyttas med slutet: 2\. Faller bort: 2\./) });
    expect(no(await giveNoticeAndTell(sara, { agreementId: id, ...notice }))).toEqual(['governance.notice-given-already']);

    const withdrawing = { agreementId: id, kind: 'notice' as const, endingId: noticeId, origin };
    expect(sure(await agreeToWithdrawAndTell(maja, withdrawing)).withdrawn).toBe(false);
    expect(no(await agreeToWithdrawAndTell(maja, withdrawing))).toEqual(['governance.agreed-already']);
    expect((await days()).term).toBe('2026-06-01');
    expect(sure(await agreeToWithdrawAndTell(sara, withdrawing)).withdrawn).toBe(true);
    expect(await days()).toEqual(AGREED);
    expect(sure(await findDuty(sara, first.id)).state).toBe('done');
    expect(no(await agreeToWithdrawAndTell(sara, withdrawing))).toEqual(['governance.ending-not-found']);
    expect((await letters()).map(({ subject }) => subject.split(':')[0])).toEqual(expect.arrayContaining(['Uppsägning', 'Återkallat']));
    expect(await journal()).toEqual(['governance.notice-given', 'governance.withdrawal-agreed', 'governance.withdrawal-agreed', 'governance.notice-withdrawn']);
  });

  test('is refused by name, and nobody outside learns of it', async () => {
    const give = (context: typeof maja, change = {}) => giveNoticeAndTell(context, { agreementId: id, ...notice, ...change });
    expect(no(await give(otto))).toEqual(['access.not-found']);
    expect(no(await give(vera))).toEqual(['access.not-allowed']);
    expect(no(await give(contextFor(house, nobody)))).toEqual(['access.sign-in-first']);
    expect(no(await give(maja, { receivedOn: '2026-03-03' }))).toEqual(['governance.received-in-the-future']);
    expect(no(await give(maja, { receivedOn: 'i går' }))).toEqual(['governance.day-missing']);
    expect(no(await give(maja, { organisationId: randomUUID() }))).toEqual(['governance.party-unknown']);
    expect(no(await give(maja, { reason: 'Ring Tove på 070-174 06 05.' }))).toEqual(['people.free-text-has-phone-number']);
    expect(no(await giveNoticeAndTell({ ...maja, clock: stoppedClock('2026-11-21') }, { agreementId: id, ...notice, receivedOn: '2026-11-01' }))).toEqual(['governance.ends-anyway']);
    sure(await give(sara));
    for (const table of ['notice', 'withdrawal']) expect((await sql`select * from ${sql.table(`governance.${table}`)} where agreement_id = ${id}`.execute(otto.database)).rows).toEqual([]);
    await expect(sql`insert into governance.withdrawal values (${randomUUID()}, ${id}, ${lyktan}, now(), 'Maja')`.execute(maja.database)).rejects.toThrow(/row-level security/);
  });
});

test('rescission waits for the time the agreement gives to put things right, ends the agreement from its day, and keeps what is claimed', async () => {
  const declared = { agreementId: id, ground: 'Pengarna har gått till annat.', receivedOn: '2026-03-02', endsOn: '2026-03-02', claimed: 2500, origin };
  expect((await course()).terms.rescission).toMatchObject({ remedyDays: 30, sentences: [{ words: expect.stringMatching(/^Avtalet får hävas/) }] });
  expect(no(await rescindAndTell(maja, declared))).toEqual(['governance.warning-missing']);
  const { warningId } = sure(await warnAndTell(maja, { agreementId: id, breach: 'Redovisning saknas.', receivedOn: '2026-02-01', remedyBy: '2026-03-03', origin }));
  const [warning, ...others] = await letters();
  expect([warning.subject, others]).toEqual([expect.stringMatching(/^Rättelseanmaning: Natt/), []]);
  expect(warning.text).not.toContain('Redovisning');
  expect(no(await governance.warn(maja, { agreementId: id, breach: 'Mer', receivedOn: '2026-02-01', remedyBy: '2026-03-03' }))).toEqual(['governance.warned-already']);
  expect(no(await rescindAndTell(maja, declared))).toEqual(['governance.remedy-time-remains']);
  expect(no(await governance.seeRemedied(sara, { agreementId: id, warningId }))).toEqual(['access.not-allowed']);
  const nextDay = { ...maja, clock: stoppedClock('2026-03-04') };
  expect(no(await rescindAndTell(nextDay, { ...declared, receivedOn: '2026-03-04' }))).toEqual(['governance.ends-before-received']);
  sure(await rescindAndTell(nextDay, { ...declared, receivedOn: '2026-03-04', endsOn: '2026-03-04' }));
  expect((await course(sara)).rescission).toMatchObject({ warningId, claim: { ore: 250_000, from: { name: 'Lyktan' } }, endsOn: '2026-03-04' });
  expect(await days()).toEqual({ term: '2026-03-04', Slutrapport: '2026-03-04', 'end-of-term': '2026-03-04' });
  sure(await governance.seeRemedied(nextDay, { agreementId: id, warningId }));
  expect(no(await governance.seeRemedied(nextDay, { agreementId: id, warningId }))).toEqual(['governance.remedied-already']);
});

test('steps towards an extension are duties of whoever has them, and what was decided is kept once', async () => {
  const { stepId } = sure(await addStepAndLayOut(maja, { agreementId: id, what: 'Dialog om förlängning', date: '2026-09-01' }));
  expect(no(await addStepAndLayOut(maja, { agreementId: id, what: '', date: '' }))).toEqual(['governance.field-missing', 'governance.day-missing']);
  const [step] = (await course()).steps;
  expect(step).toMatchObject({ setByHand: true, state: 'coming', duty: { key: `step/${stepId}`, title: 'Dialog om förlängning', owner: null, timing: { date: '2026-09-01' } } });
  expect(no(await ownStepAndLayOut(maja, { agreementId: id, step: 'step/annat', organisationId: lyktan, person: '' }))).toEqual(['governance.step-not-found']);
  sure(await ownStepAndLayOut(maja, { agreementId: id, step: step.duty.key, organisationId: lyktan, person: 'Sara Berg' }));
  sure(await completeDuty(sara, { dutyId: step.id, doneOn: '2026-03-01', evidence: null }));
  expect((await course()).steps).toMatchObject([{ state: 'done', owner: { person: 'Sara Berg' } }]);
  const other = sure(await addStepAndLayOut(sara, { agreementId: id, what: 'Beslut', date: '2026-11-01' }));
  sure(await removeStepAndLayOut(maja, { agreementId: id, stepId: other.stepId }));
  expect(no(await removeStepAndLayOut(maja, { agreementId: id, stepId: other.stepId }))).toEqual(['governance.step-not-found']);
  expect((await course()).steps).toHaveLength(1);
  const decided = { agreementId: id, outcome: 'end' as const, decidedOn: '2026-03-01', decidedBy: 'Kommunstyrelsen § 12' };
  expect(no(await governance.recordOutcome(maja, { ...decided, decidedOn: '2026-03-05' }))).toEqual(['governance.decided-in-the-future']);
  sure(await governance.recordOutcome(maja, decided));
  expect(no(await governance.recordOutcome(sara, decided))).toEqual(['governance.decided-already']);
  sure(await governance.undoOutcome(sara, { agreementId: id }));
  expect(no(await governance.undoOutcome(sara, { agreementId: id }))).toEqual(['governance.not-decided']);
});

test('an agreement is settled when it has ended and nothing is owed, then archived, then knows what came after', async () => {
  const after = { ...maja, ...later('2027-02-01'), actor: maja.actor, database: maja.database };
  expect(no(await governance.settle(maja, { agreementId: id }))).toEqual(['governance.not-ended']);
  expect(no(await governance.settle(after, { agreementId: id }))).toEqual(['governance.still-owed']);
  expect(no(await governance.archive(after, { agreementId: id, place: 'Arkivet' }))).toEqual(['governance.not-settled']);
  const { state, owed } = sure(await governance.courseOf(after, id));
  expect([state, owed.length]).toEqual(['ended', 3]);
  for (const duty of owed.slice(1)) sure(await completeDuty(after, { dutyId: duty.id, doneOn: '2027-01-15', evidence: null }));
  sure(await cancelDuty(after, { dutyId: owed[0].id, reason: 'Behövs inte' }));
  sure(await governance.settle(after, { agreementId: id }));
  expect(no(await governance.settle(after, { agreementId: id }))).toEqual(['governance.settled-already']);
  expect(sure(await governance.courseOf(after, id)).state).toBe('settled');
  sure(await governance.archive(after, { agreementId: id, place: 'Kommunarkivet, volym 12' }));
  expect(no(await governance.archive(after, { agreementId: id, place: 'Igen' }))).toEqual(['governance.archived-already']);
  // Both are taken back in turn, stay recorded, and are done again.
  for (const state of ['settled', 'ended']) {
    expect(no(await governance.reopen(otto, { agreementId: id }))).toEqual(['access.not-found']);
    sure(await governance.reopen(after, { agreementId: id }));
    expect(sure(await governance.courseOf(after, id)).state).toBe(state);
  }
  expect(no(await governance.reopen(after, { agreementId: id }))).toEqual(['governance.not-settled']);
  const kept = await sql<{ what: string }>`select 'settlement' as what from governance.settlement_undone where agreement_id = ${id} union all select place from governance.archiving_undone where agreement_id = ${id}`.execute(maja.database);
  expect(kept.rows.map(({ what }) => what)).toEqual(['settlement', 'Kommunarkivet, volym 12']);
  expect((await journal()).slice(-2)).toEqual(['governance.archiving-undone', 'governance.settlement-undone']);
  sure(await governance.settle(after, { agreementId: id }));
  sure(await governance.archive(after, { agreementId: id, place: 'Kommunarkivet, volym 13' }));
  const next = await running(house, 'Natt igen', ['Granby kommun', 'Lyktan']);
  const succession = { predecessorId: id, successorId: next.id };
  expect(no(await governance.recordSuccession(otto, succession))).toEqual(['access.not-found']);
  expect(no(await governance.recordSuccession(maja, { predecessorId: id, successorId: id }))).toEqual(['governance.succeeds-itself']);
  sure(await governance.recordSuccession(maja, succession));
  expect(no(await governance.recordSuccession(maja, succession))).toEqual(['governance.succeeds-another']);
  expect(sure(await governance.courseOf(sara, id))).toMatchObject({ state: 'archived', successions: [succession] });
  expect(sure(await governance.courseOf(sara, next.id))).toMatchObject({ state: 'active', successions: [succession] });
});

test('a document is carried on without the names of those who are protected in it', async () => {
  const { facts } = sure(await agreementForReview(maja, id));
  const value = { name: 'Mona Ek', role: null, email: null, phone: null, organisation: 'Lyktan' };
  const at = text.indexOf('Slutrapport');
  const { factId } = sure(await addFact(maja, { agreementId: id, kind: 'contact', value, span: { start: at, end: at + 11, line: 1 } }));
  await layOut(maja, id);
  sure(await protectContact(maja, { agreementId: id, factId, isProtected: true }));
  const { draftId } = sure(await beginSuccessor(maja, { agreementId: id }));
  const draft = sure(await readAgreementDraft(maja, draftId));
  expect(draft.facts.length).toBeGreaterThan(facts.length - 3);
  expect(draft.facts.find(({ kind }) => kind === 'contact')!.value.name).toBe('████ ██');
  expect(JSON.stringify(draft)).not.toContain('Mona');
});

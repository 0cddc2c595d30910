import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { endAssignment, entrust, letTakePart } from '#platform/access/assignments.ts';
import { nobody, type Person } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { restingLetters } from '#platform/mail/outbox.ts';
import { sure } from '#kernel/outcome.ts';
import type { FactView } from '#pure/agreement';
import { somebody } from '../../../../tests/support/cast.ts';
import { dutyText, fact, period } from '../../../../tests/support/duty-facts.ts';
import { freshHouse } from '../../../../tests/support/fresh-database.ts';
import * as commitments from '../index.ts';
import type { SourceFact } from '../rules/facts.ts';

const house = await freshHouse(stoppedClock('2026-01-05'));
const on = (day: string, actor = house.actor): Context => contextFor({ ...house, clock: stoppedClock(day) }, actor);
const asa = await somebody(house, 'Åsa Ek', { role: 'association-manager', organisation: 'Föreningen Lyktan' });
const maja = await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' });
const organisations = [asa, maja].map(({ assignments }) => assignments[0].organisation!.id);

const report = fact('deadline', { date: '2026-06-09', what: 'Delrapport', responsible: 'Föreningen Lyktan' }, 14);
const payment = fact('payment', { sek: 100_000, payer: 'Granby kommun', due: { date: '2026-06-12', precision: 'day', event: null } }, 28);
const facts = [period('2026-01-01', '2027-12-31'), report, payment, fact('party', { name: 'Föreningen Lyktan' }, 56), fact('party', { name: 'Granby kommun' }, 63), fact('title', { text: 'Lyktan i Granby' }, 70)];
const views = (some: SourceFact[]): FactView[] => some.map((one) => ({ readValue: one.value, ...one, verdict: 'confirmed', decidedBy: 'Maja', decidedAt: null }));

let agreementId: string;
beforeEach(async () => {
  await sql`delete from platform.outbox`.execute(house.database);
  await sql`update commitments.duty set open = false`.execute(house.database);
  await sql`delete from commitments.reminder_setting`.execute(house.database);
  agreementId = randomUUID();
  await letTakePart(house, agreementId, organisations);
  sure(await commitments.planDuties(house, { agreementId, facts: views(facts), text: dutyText }));
});

const reads = (id: string, email: string, language: 'sv' | 'en' | null = null) => new Map([[id, { email, language }]]);
const readers = new Map([...reads(asa.id, 'asa@lyktan.example'), ...reads(maja.id, 'maja@granby.example')]);
/** Nobody here has a protected identity. */
const hide = <T>(_agreementId: string, told: T): T => told;

const morning = async (day: string, { house: at = new URL('https://handslag.granby.example'), readersOf = async () => readers } = {}) =>
  sure(await commitments.remind(on(day), { readersOf, house: at, hide })).letters;
const letters = async () => (await restingLetters(house)).map(({ to, subject, text }) => ({ to, subject, text })).sort((a, b) => (a.to < b.to ? -1 : 1));
const to = async () => (await letters()).map((letter) => letter.to);

test('whoever owes a duty gets a letter about it, with its day, its partnership and where to find it', async () => {
  expect(await morning('2026-05-10')).toBe(1);
  expect(await letters()).toEqual([
    {
      to: 'asa@lyktan.example',
      subject: 'En sak att göra i dina partnerskap',
      text: `Det här är på väg:

- Delrapport: tisdag 9 juni 2026
  Lyktan i Granby
  https://handslag.granby.example/partnerships/${agreementId}

Hur du blir påmind bestämmer du här:
https://handslag.granby.example/account/reminders`,
    },
  ]);
});

test('nobody is told the same twice, however often the house goes through its duties', async () => {
  for (const day of ['2026-05-10', '2026-05-10', '2026-05-11', '2026-06-01']) await morning(day);
  expect(await to()).toEqual(['asa@lyktan.example', 'maja@granby.example']);
  await morning('2026-06-02');
  expect((await to()).length).toBe(3);
});

test('two processes that go through the duties at once write one letter', async () => {
  const done = await Promise.allSettled([morning('2026-05-10'), morning('2026-05-10')]);
  expect(done.filter(({ status }) => status === 'fulfilled').length).toBeGreaterThan(0);
  expect(await to()).toEqual(['asa@lyktan.example']);
});

test('many duties are one letter', async () => {
  const more = Array.from({ length: 60 }, (_, at) => fact('deadline', { date: '2026-06-09', what: `Delrapport nummer ${at + 1}`, responsible: 'Föreningen Lyktan' }, 100 + at * 10));
  sure(await commitments.planDuties(house, { agreementId, facts: views([...facts, ...more]), text: dutyText }));
  await morning('2026-05-10');
  const [letter, ...others] = await letters();
  expect(others).toEqual([]);
  expect(letter.subject).toBe('61 saker att göra i dina partnerskap');
  expect(letter.text.match(/^- /gm)?.length).toBe(40);
  expect(letter.text).toContain('… och 21 till.');
});

test('what is late is told to who owes it, and when it is left lying to the coordinator', async () => {
  await morning('2026-06-10');
  expect((await letters()).map(({ subject }) => subject)).toEqual(['En sak är försenad i dina partnerskap', 'En sak att göra i dina partnerskap']);
  await morning('2026-06-13');
  const [asas, ...majas] = await letters();
  expect(asas.to).toBe('asa@lyktan.example');
  expect(majas.map(({ to: whose, subject }) => [whose, subject])).toContainEqual(['maja@granby.example', '2 saker är försenade i dina partnerskap']);
  expect(majas.some(({ text }) => text.includes('Det här har andra låtit ligga sedan dess dag:\n\n- Delrapport'))).toBe(true);
});

test('what is done is told to nobody', async () => {
  const duty = sure(await commitments.dutiesOfPartnership(house, agreementId)).duties.find((one) => one.duty.source.factId === report.id)!;
  sure(await commitments.completeDuty(on('2026-05-01'), { dutyId: duty.id, doneOn: '2026-05-01', evidence: null }));
  await morning('2026-05-10');
  expect(await to()).toEqual([]);
});

test('a duty that moves to another day is told of anew', async () => {
  await morning('2026-05-10');
  sure(await commitments.planDuties(house, { agreementId, facts: views(facts.map((one) => (one === report ? { ...report, value: { ...report.value, date: '2026-06-20' } } : one))), text: dutyText }));
  await morning('2026-05-21');
  expect((await to()).filter((whose) => whose.startsWith('asa')).length).toBe(2);
});

test('whoever has no address is told when there is one', async () => {
  expect(await morning('2026-05-10', { readersOf: async () => new Map() })).toBe(0);
  expect(await morning('2026-05-11')).toBe(1);
});

test('nobody is told of a partnership in which their part has ended', async () => {
  const bo = await somebody(house, 'Bo Berg', { role: 'outreach-worker', organisation: 'Föreningen Lyktan' });
  await endAssignment(house, bo.assignments[0].id);
  expect(await morning('2026-05-10', { readersOf: async () => reads(bo.id, 'bo@lyktan.example') })).toBe(0);
});

test('one who stands in for another is told only of what is left lying', async () => {
  const [asas] = asa.assignments;
  const deputy = randomUUID();
  await entrust(house, { accountId: deputy, role: 'association-manager', organisationId: asas.organisation!.id, agreementId, deputisesFor: asas.id, starts: '2026-01-01' });
  const only = { readersOf: async () => reads(deputy, 'ersattare@lyktan.example') };
  expect(await morning('2026-06-10', only)).toBe(0);
  expect(await morning('2026-06-13', only)).toBe(1);
});

test('each chooses their days, and nobody another\'s', async () => {
  sure(await commitments.setReminders(on('2026-05-01', asa), { wanted: true, daysBefore: [14] }));
  expect(sure(await commitments.reminderSettings(on('2026-05-01', asa)))).toEqual({ wanted: true, daysBefore: [14] });
  expect(sure(await commitments.reminderSettings(on('2026-05-01', maja)))).toEqual({ wanted: true, daysBefore: [30, 7, 1] });
  expect(await morning('2026-05-10')).toBe(0);
  await morning('2026-05-26');
  expect(await to()).toContain('asa@lyktan.example');
});

test('a letter is written in the language of its reader', async () => {
  await morning('2026-05-10', { readersOf: async () => reads(asa.id, 'asa@lyktan.example', 'en') });
  const [first] = await letters();
  expect(first.subject).toBe('One thing to do in your partnerships');
  expect(first.text).toContain('- Delrapport: Tuesday 9 June 2026');
  expect(first.text).toContain('https://handslag.granby.example/en/account/reminders');
});

test('a setting that is none is refused, and a visitor without a session has none', async () => {
  const refused = await commitments.setReminders(on('2026-05-01', asa), { wanted: true, daysBefore: [5] });
  expect(refused).toMatchObject({ ok: false, refusals: [{ code: 'commitments.reminders-unreadable' }] });
  for (const outcome of [await commitments.setReminders(on('2026-05-01', nobody), { wanted: true, daysBefore: [] }), await commitments.reminderSettings(on('2026-05-01', nobody))])
    expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'access.sign-in-first' }] });
});

test('only the house reminds', async () => {
  const outcome = await commitments.remind(on('2026-05-10', asa as Person), { readersOf: async () => readers, house: null, hide });
  expect(outcome).toMatchObject({ ok: false, refusals: [{ code: 'access.not-allowed' }] });
});

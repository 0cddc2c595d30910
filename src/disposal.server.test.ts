import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { receiveAgreement, takeBackAgreement } from '#partnership/agreement';
import { completeDuty, dutiesOfPartnership, planDuties } from '#partnership/commitments';
import { beginDraft, handIn, submissionsOfPartnership } from '#partnership/followup';
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
import { running } from '../tests/support/three-partnerships.ts';
import { placeOn } from '../tests/support/night.ts';
import { walking } from '../tests/support/walking.ts';
import { disposeOfWhatIsDue } from './disposal.ts';
import { markOf } from './partnership/followup/sealed.ts';

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

test('an agreement that was taken back goes with its file when that has been decided for agreements, counted from that day', async () => {
  const bytes = new TextEncoder().encode('Fel fil, med Bo Ek i.');
  const { agreementId: wrong } = sure(await receiveAgreement(maja, { fileName: 'fel.txt', bytes }));
  const rows = async () => (await sql`select 1 from agreement.document where id = ${wrong}`.execute(house.database)).rows.length;
  sure(await takeBackAgreement(maja, { agreementId: wrong }));
  await disposeOfWhatIsDue(at('2090-01-01'));
  expect(await rows()).toBe(1);
  sure(await decideRetention(maja, { ...decision, type: 'agreements', months: 12 }));
  await disposeOfWhatIsDue(at('2027-11-21'));
  expect(await rows()).toBe(1);
  await disposeOfWhatIsDue(at('2027-11-22'));
  expect(await rows()).toBe(0);
  const said = (await sql<{ what: string }>`select what from platform.journal where agreement_id = ${wrong} order by sequence`.execute(house.database)).rows.map(({ what }) => what);
  expect(said).toEqual(['agreement.received', 'agreement.taken-back', 'journal.disposed', 'people.disposed']);
  sure(await decideRetention(maja, { ...decision, type: 'agreements', months: null }));
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
  expect(no(await decideRetention(maja, { ...decision, type: 'weather' }))).toEqual([['people.retention-incomplete', 'type']]);
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

test('what was handed in goes with all its versions when the newest is old enough, and what was handed in later stays', async () => {
  const titles = async () => sure(await submissionsOfPartnership(maja, agreementId)).rows.map(({ submission }) => submission.title).sort();
  const handedIn = async (day: string, title: string) => {
    const then = contextFor({ ...house, clock: stoppedClock(day) }, maja.actor);
    const text = { kind: 'other' as const, title, body: 'Allt gick bra.', dutyId: null };
    const { draftId } = sure(await beginDraft(then, { agreementId, ...text }));
    sure(await handIn(then, { draftId, mark: markOf({ ...text, files: [] }) }));
  };
  await handedIn('2025-01-01', 'Gammalt');
  await handedIn('2026-06-01', 'Nytt');
  sure(await decideRetention(maja, { ...decision, type: 'submissions', months: 12 }));
  await disposeOfWhatIsDue(house);
  expect(await titles()).toEqual(['Nytt']);
  expect(await journal('people.disposed')).toContainEqual({ type: 'submissions', count: 1, caseNumber: 'KS 2026/12' });
  sure(await decideRetention(maja, { ...decision, type: 'submissions', months: null }));
});

test('a role that ended long ago is gone, one that ended lately or has not ended is not', async () => {
  const ended = async (name: string, day: string | null) => {
    const { id } = await somebody(house, name, { role: 'unit-manager', organisation: 'Granby kommun' });
    await sql`update access.assignment set ended_at = ${day}::date where account_id = ${id}`.execute(house.database);
    return id;
  };
  const people = [await ended('Roger Alm', '2024-01-01'), await ended('Sara Björk', '2026-10-01'), await ended('Tor Dahl', null)];
  sure(await decideRetention(maja, { ...decision, type: 'assignments' }));
  await disposeOfWhatIsDue(house);
  const { rows } = await sql<{ account_id: string }>`select account_id from access.assignment where account_id = any(${people}::uuid[])`.execute(house.database);
  expect(rows.map(({ account_id }) => account_id).sort()).toEqual(people.slice(1).sort());
});

test('of a partnership that is disposed of nothing is left but that it was, while another stays to its last row and file', async () => {
  const old = await running(at('2026-01-10'), 'Lyktans läxhjälp', ['Granby kommun', 'Föreningen Lyktan']);
  const kept = await running(at('2026-01-10'), 'Bryggans språkkafé', ['Sjöviks kommun', 'Föreningen Bryggan']);
  const rowsOf = async (id: string) => {
    const { rows: tables } = await sql<{ name: string }>`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind = 'r' and n.nspname in ('access', 'agreement', 'commitments', 'followup', 'governance', 'money', 'people', 'signing') and c.oid <> 'people.disposal'::regclass`.execute(house.database);
    const found = await Promise.all(tables.map(async ({ name }) => (await sql<{ row: unknown }>`select to_jsonb(t) as row from ${sql.table(name)} t where to_jsonb(t)::text like ${`%${id}%`}`.execute(house.database)).rows));
    return found.flat();
  };
  const [before, others] = [await rowsOf(old.id), await rowsOf(kept.id)];
  expect(before.length).toBeGreaterThan(10);
  sure(await decideRetention(maja, { ...decision, type: 'agreements', months: 12 }));
  const later = at('2028-01-01');
  await disposeOfWhatIsDue(later);
  expect(await rowsOf(old.id)).toEqual([]);
  expect(await rowsOf(kept.id)).toEqual(others);
  const { rows } = await sql<{ who: string; account_id: string | null }>`select who, account_id from platform.journal where agreement_id = ${old.id} and account_id is not null`.execute(house.database);
  expect(rows).toEqual([]);
  expect((await verifyJournal(house.database)).breaks).toEqual([]);
  expect(sure(await retentionOf(maja, granby)).disposals).toContainEqual(expect.objectContaining({ type: 'agreements', caseNumber: 'KS 2026/12' }));
  const files = await Array.fromAsync(house.files.all());
  expect(files).toEqual([createHash('sha256').update('Bryggans språkkafé').digest('hex')]);
});

test('no room keeps rows of a partnership where its disposal does not reach', async () => {
  const { rows } = await sql<{ name: string }>`
    with recursive reached as (
      select c.oid from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname in ('agreement_id', 'successor_id') where c.relkind = 'r'
      union select 'agreement.agreement'::regclass union select 'agreement.document'::regclass
      union select k.conrelid from pg_constraint k join reached r on r.oid = k.confrelid where k.contype = 'f'
    )
    select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind = 'r' and n.nspname in ('access', 'agreement', 'commitments', 'followup', 'governance', 'money', 'people', 'signing', 'walks') and c.oid not in (select oid from reached) order by 1`.execute(house.database);
  // What belongs to an organisation or a person, whatever partnerships they are in.
  const OF_NO_PARTNERSHIP = ['agreement.approval_step', 'agreement.criteria_set', 'commitments.reminder_setting', 'followup.case_series', 'money.aid', 'money.aid_declaration', 'people.credential', 'people.organisation', 'people.person', 'people.retention', 'people.unit', 'walks.rules', 'walks.thanks_declined', 'walks.walker_key'];
  expect(rows.map(({ name }) => name)).toEqual(OF_NO_PARTNERSHIP);
});

test('every type that can be disposed of has somebody who does it', async () => {
  expect(DISPOSABLE.sort()).toEqual(['agreements', 'assignments', 'contact-persons', 'duty-notes', 'journal', 'letters', 'persons', 'submissions', 'walk-groups', 'walk-kit', 'walk-newcomers', 'walk-reports', 'walk-signups']);
});

test('walkers and what they wrote go when it is decided, while the partnership runs, and a walker who has left is in the way of nobody', async () => {
  const scene = await walking(house);
  const eva = await scene.walker('Eva Sjö');
  const walkId = await scene.plan('2025-01-03');
  await placeOn(scene.house, walkId, eva, { task: 'walker', place: 1 });
  const signups = async () => (await sql`select id from walks.signup where walk_id = ${walkId}`.execute(house.database)).rows.length;
  await disposeOfWhatIsDue(at('2026-11-21'));
  expect(await signups()).toBe(1);
  sure(await decideRetention(scene.coordinator, { ...decision, type: 'walk-signups', months: 12, organisationId: organisationOf(scene.coordinator.actor)!.id }));
  await disposeOfWhatIsDue(at('2025-12-30'));
  expect(await signups()).toBe(1);
  await disposeOfWhatIsDue(at('2026-11-21'));
  expect(await signups()).toBe(0);
  await placeOn(scene.house, await scene.plan('2026-11-01'), eva, { task: 'walker', place: 1 });
  await sql`update people.person set until = '2024-01-01' where id = ${'id' in eva.actor ? eva.actor.id : ''}`.execute(house.database);
  sure(await decideRetention(scene.manager, { ...decision, type: 'persons', months: 1, organisationId: scene.associationId }));
  await disposeOfWhatIsDue(at('2026-11-21'));
  expect((await sql`select id from people.person where name = 'Eva Sjö'`.execute(house.database)).rows).toEqual([]);
});

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import * as walks from '#partnership/walks';
import { sure } from '#kernel/outcome.ts';
import { nobody } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { asCsv } from '#kernel/csv.ts';
import { freshHouse } from '../../../../tests/support/fresh-database.ts';
import { placeOn } from '../../../../tests/support/night.ts';
import { no } from '../../../../tests/support/two-sides.ts';
import { type Walking, walking } from '../../../../tests/support/walking.ts';
import { tables } from '../store/rows.server.ts';

const MORNING = '2026-12-05T08:00:00Z';
const ORIGIN = { origin: 'https://handslag.granby.example.se' };
const at = (who: Context, when = MORNING) => contextFor({ ...who, clock: stoppedClock(when) }, who.actor);
const personOf = ({ actor }: Context): string => ('id' in actor ? actor.id : '');

let scene: Walking;
let ada: Context;
let house: Context;
beforeAll(async () => {
  scene = await walking(await freshHouse(stoppedClock('2026-12-04T12:00:00Z')));
  house = at(scene.house);
  ada = await scene.walker('Ada Holm');
  await mail(scene.manager, 'idris@lyktan.example.se');
  await mail(scene.coordinator, 'maja@granby.example.se');
  await mail(ada, 'ada@example.se');
});

const mail = ({ actor }: Context, email: string) => sql`update people.person set email = ${email} where id = ${'id' in actor ? actor.id : ''}`.execute(scene.house.database);
const letters = async (kind: string) => (await sql<{ to_address: string; subject: string; text: string }>`select to_address, subject, text from platform.outbox where kind = ${kind} order by to_address, subject`.execute(house.database)).rows;
const tell = (when = MORNING) => walks.tellAfterwards(at(scene.house, when), ORIGIN);

const entry = (walk: { starts: Date }, kind: string, body: unknown, { about = null as string | null, after = 0 } = {}) => ({ id: randomUUID(), kind, about, body, buildsOn: [], offset: 0, phoneAt: new Date(walk.starts.getTime() + after * 60_000).toISOString() });
const REPORT = { meetingPointId: null, kinds: ['fight'], young: '6-15', mood: 2, deeds: ['calmed'], contacts: ['police-11414'], injury: false, foundToPolice: false, note: 'Det lugnade sig efter en stund.', noteKept: false };

/** A night that Ada led from nine until she checked out at half past eleven, with these reports, closed. */
async function walked(night: string, reports: object[] = [REPORT]) {
  const walkId = await scene.plan(night);
  const { starts, ends } = sure(await walks.walkToSee(scene.leader, walkId));
  const signup = await placeOn(scene.house, walkId, ada, { task: 'leader', place: 1, phone: '+46701740605' });
  const told = reports.map((report, nth) => entry({ starts }, 'report', { ...REPORT, ...report }, { about: randomUUID(), after: 30 + nth }));
  const entries = [entry({ starts }, 'here', 'in', { about: signup }), ...told, entry({ starts }, 'closed', { talkedThrough: true }, { after: 160 })];
  const out = { ...entry({ starts }, 'here', 'out', { about: signup, after: 150 }), buildsOn: [entries[0].id] };
  const { answers } = sure(await walks.receiveEntries(at(ada, ends.toISOString()), { walkId, sentAt: ends.toISOString(), entries: [...entries, out], keyEnded: false }));
  expect(answers.map(({ became }) => became)).not.toContain('refused');
  return { walkId, reportIds: told.map(({ about }) => about!) };
}

test('the report of a closed walk goes once to those who plan on both sides, or to those who have been named, with figures and no words or names', async () => {
  const { walkId } = await walked('2026-12-04');
  expect(sure(await tell())).toEqual({ incidents: 0, reports: 1 });
  expect(sure(await tell())).toEqual({ incidents: 0, reports: 0 });
  const sent = await letters('walks.report');
  expect(sent.map(({ to_address }) => to_address)).toEqual(['idris@lyktan.example.se', 'maja@granby.example.se']);
  expect(sent[0].text).toContain('annan plats: 1 (bråk)');
  expect(sent[0].text).toContain(`${ORIGIN.origin}/partnerships/${scene.agreementId}/walks/reports/${walkId}`);
  expect(sent[0].text).not.toMatch(/Ada|Holm|lugnade sig|070-?174|\+4670/);

  const add = (more: object) => walks.addReportReader(scene.manager, { agreementId: scene.agreementId, organisationId: '', role: '', address: '', ...more });
  expect(no(await add({}))).toEqual(['walks.reader-incomplete']);
  expect(no(await add({ organisationId: randomUUID(), role: 'coordinator' }))).toEqual(['walks.reader-incomplete']);
  sure(await add({ organisationId: scene.associationId, role: 'association-manager' }));
  sure(await add({ address: 'polisen@example.se' }));
  expect(no(await add({ address: 'Polisen@example.se' }))).toEqual(['walks.reader-known']);
  expect(no(await walks.addReportReader(scene.leader, { agreementId: scene.agreementId, organisationId: '', role: '', address: 'leader@example.se' }))).toEqual(['access.not-allowed']);
  await walked('2026-12-01');
  sure(await tell());
  expect((await letters('walks.report')).map(({ to_address }) => to_address)).toEqual(['idris@lyktan.example.se', 'idris@lyktan.example.se', 'maja@granby.example.se', 'polisen@example.se']);
  const { readers } = sure(await walks.arrangements(scene.coordinator, scene.agreementId));
  sure(await walks.removeReportReader(scene.coordinator, { agreementId: scene.agreementId, readerId: readers.at(-1)!.id }));
  expect(sure(await walks.arrangements(scene.manager, scene.agreementId)).readers).toMatchObject([{ reads: { role: 'association-manager' } }]);
});

test('what somebody wrote is read by those who lead walks; the municipality reads what kind of thing it was', async () => {
  const { walkId } = await walked('2026-11-30');
  const notes = async (who: Context) => sure(await walks.walkReport(at(who), scene.agreementId, walkId)).events.map(({ note, kinds }) => [note, kinds]);
  expect(await notes(scene.leader)).toEqual([[REPORT.note, ['fight']]]);
  expect(await notes(scene.coordinator)).toEqual([[null, ['fight']]]);
  expect(asCsv(walks.tableOfReports(sure(await walks.walkReports(at(scene.coordinator), scene.agreementId, '2026-2'))))).not.toMatch(/Ada|Holm/);
});

test('the office is told of an accident at once with what the insurance asks, the municipality sees none of it, and whoever has seen it says so', async () => {
  const office = { email: 'kansli@lyktan.example.se', phone: '070-174 06 10', insured: 'Alla vandrare är olycksfallsförsäkrade under vandringen.', excluded: 'Bilar och saker.', toDo: 'Ring kansliet och spara kvitton.', withinDays: 14 };
  const set = (who: Context, more: object = {}) => walks.setOffice(who, { agreementId: scene.agreementId, ...office, ...more });
  expect(no(await set(scene.manager, { email: 'kansliet', withinDays: 0 }))).toEqual(['walks.office-email', 'walks.office-days']);
  expect(no(await set(scene.leader))).toEqual(['access.not-allowed']);
  expect(no(await set(scene.coordinator))).toEqual(['walks.only-the-coordinating']);
  expect(sure(await walks.arrangements(scene.coordinator, scene.agreementId))).toMatchObject({ coordinator: { name: 'Föreningen Lyktan' }, maySetOffice: false });
  sure(await set(scene.manager));
  expect(sure(await walks.arrangements(scene.manager, scene.agreementId))).toMatchObject({ office: { email: 'kansli@lyktan.example.se' }, maySetOffice: true });
  const { walkId, reportIds } = await walked('2026-12-02', [REPORT, { injury: true }, { contacts: ['emergency-112'] }]);
  expect(sure(await tell()).incidents).toBe(2);
  expect(sure(await tell()).incidents).toBe(0);
  const told = await letters('walks.incident');
  expect(told.map(({ to_address, subject }) => [to_address, subject])).toEqual([['kansli@lyktan.example.se', 'Olycka på vandringen i Centrum onsdag 2 december'], ['kansli@lyktan.example.se', 'Tillbud på vandringen i Centrum onsdag 2 december']]);
  expect(told[0].text.replaceAll('\n', ' ')).toContain('Bilar och saker.');
  expect(told[0].text).toContain('Anmäl skadan inom 14 dagar.');
  expect(told[0].text).not.toMatch(/Ada|lugnade sig/);
  expect((await sql<{ to_number: string }>`select to_number from platform.sms_outbox where kind = 'walks.incident'`.execute(house.database)).rows).toEqual([{ to_number: '+46701740610' }, { to_number: '+46701740610' }]);

  expect(no(await walks.incidentsToSee(scene.coordinator, scene.agreementId))).toEqual(['access.not-allowed']);
  expect(await sql`select id from walks.incident`.execute(scene.coordinator.database)).toMatchObject({ rows: [] });
  const { incidents } = sure(await walks.incidentsToSee(scene.leader, scene.agreementId));
  expect(incidents.map(({ kind, reportId, walk, what, recordedBy, seen }) => [kind, reportId, walk.id, what, recordedBy, seen])).toEqual(expect.arrayContaining([['accident', reportIds[1], walkId, null, '', null], ['incident', reportIds[2], walkId, null, '', null]]));
  sure(await walks.seeIncident(at(scene.manager), { agreementId: scene.agreementId, incidentId: incidents[0].id }));
  expect(no(await walks.seeIncident(scene.manager, { agreementId: scene.agreementId, incidentId: incidents[0].id }))).toEqual(['walks.incident-seen']);
  expect(sure(await walks.incidentsToSee(scene.leader, scene.agreementId)).incidents.find(({ id }) => id === incidents[0].id)?.seen?.by).toBe('Idris Berg');
});

test('the office is that of the organisation that coordinates, in the database too, and is not asked after when another one does', async () => {
  const { agreementId } = scene;
  const rows = (who: Context) => sql`update walks.office set email = 'annan@example.se' where agreement_id = ${agreementId} returning 1`.execute(who.database);
  expect((await rows(scene.coordinator)).rows).toEqual([]);
  expect((await rows(scene.leader)).rows).toEqual([]);
  const { rows: [{ id: granby }] } = await sql<{ id: string }>`select id from people.organisation where name = 'Granby kommun'`.execute(house.database);
  sure(await walks.setCoordinator(scene.coordinator, { agreementId, organisationId: granby }));
  expect(sure(await walks.arrangements(scene.coordinator, agreementId))).toMatchObject({ office: null, maySetOffice: true });
  expect((await rows(scene.manager)).rows).toEqual([]);
  await expect(sql`update walks.office set organisation_id = ${scene.associationId} where agreement_id = ${agreementId}`.execute(scene.coordinator.database)).rejects.toThrow('row-level security');
  sure(await walks.setCoordinator(scene.coordinator, { agreementId, organisationId: scene.associationId }));
  expect(sure(await walks.arrangements(scene.manager, agreementId)).office?.email).toBe('kansli@lyktan.example.se');
});

test('somebody who tells of an accident afterwards is asked to look again at a name, and the hour after midnight is the day after', async () => {
  const walkId = await scene.plan('2026-12-03');
  const told = { agreementId: scene.agreementId, walkId, kind: 'accident', hour: '00:15', place: 'Torget', what: 'En vandrare halkade och slog i knäet.' };
  expect(no(await walks.recordIncident(scene.leader, { ...told, what: 'Ring 070-174 06 11 om mer.' }))).toEqual(['people.free-text-has-phone-number']);
  expect(no(await walks.recordIncident(scene.leader, { ...told, what: ' ' }))).toEqual(['walks.incident-what']);
  expect(no(await walks.recordIncident(scene.leader, { ...told, hour: '25:00' }))).toEqual(['walks.incident-hour']);
  expect(no(await walks.recordIncident(scene.leader, { ...told, walkId: randomUUID() }))).toEqual(['walks.choose-walk']);
  expect(no(await walks.recordIncident(scene.coordinator, told))).toEqual(['access.not-allowed']);
  const { incidentId } = sure(await walks.recordIncident(at(scene.leader), told));
  expect(sure(await walks.incidentsToSee(at(scene.manager), scene.agreementId)).incidents.find(({ id }) => id === incidentId)).toMatchObject({ at: new Date('2026-12-03T23:15:00Z'), place: 'Torget', recordedBy: 'Lena Ask', toldAt: null });
  expect(sure(await tell()).incidents).toBe(1);
});

test('a night is confirmed by either side, once, not before it is over, and the confirmation can be taken back', async () => {
  const [{ walkId }, coming] = [await walked('2026-11-29'), await scene.plan('2026-12-20')];
  const confirm = (who: Context, walkIds: string[]) => walks.confirmNights(at(who), { agreementId: scene.agreementId, walkIds });
  expect(no(await confirm(scene.leader, [walkId]))).toEqual(['access.not-allowed']);
  expect(no(await confirm(scene.manager, [coming]))).toEqual(['walks.night-not-walked']);
  expect(no(await confirm(scene.manager, [randomUUID()]))).toEqual(['walks.not-found']);
  expect(no(await walks.confirmNights(contextFor(house, nobody), { agreementId: scene.agreementId, walkIds: [walkId] }))).toEqual(['access.sign-in-first']);
  const both = await Promise.all([confirm(scene.manager, [walkId]), confirm(scene.coordinator, [walkId])]);
  expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  const [night] = sure(await walks.confirmedNights(at(scene.manager), scene.agreementId, { from: '2026-11-29', to: '2026-11-29' }));
  expect(night).toMatchObject({ night: '2026-11-29', area: 'Centrum', walkers: 1, exceptions: ['few-walkers'], source: { walkId } });
  const { confirmationId } = night.source;
  sure(await walks.undoNight(at(scene.coordinator), { agreementId: scene.agreementId, confirmationId }));
  expect(no(await walks.undoNight(at(scene.coordinator), { agreementId: scene.agreementId, confirmationId }))).toEqual(['walks.confirmation-not-found']);
  expect(sure(await walks.confirmedNights(at(scene.manager), scene.agreementId, { from: '2026-11-29', to: '2026-11-29' }))).toEqual([]);
  const events = (await sql<{ what: string }>`select what from platform.journal where what in ('walks.nights-confirmed', 'walks.confirmation-undone') order by id`.execute(house.database)).rows;
  expect(events.map(({ what }) => what)).toEqual(['walks.nights-confirmed', 'walks.confirmation-undone']);
});

test('two areas the same night are two nights, each said to be an exception', async () => {
  await walked('2026-11-27');
  const { id } = (await tables(scene.house).selectFrom('walks.walk').select('id').where('night', '=', '2026-11-27').executeTakeFirstOrThrow());
  await tables(scene.house).updateTable('walks.walk').set({ exception_reason: 'Konsert i hamnen' }).where('id', '=', id).execute();
  await scene.plan('2026-11-27', { smallest: 2 });
  const nights = sure(await walks.walkedNights(at(scene.coordinator), scene.agreementId, { from: '2026-11-27', to: '2026-11-27' }));
  expect(nights.map(({ exceptions }) => exceptions)).toEqual(expect.arrayContaining([['two-areas', 'few-walkers'], ['two-areas', 'few-walkers', 'never-closed']]));
  expect(asCsv(walks.tableOfNights(nights))).toContain('Konsert i hamnen');
});

test('a walker sees their own hours, the association sees them by name, and the municipality does not', async () => {
  const own = sure(await walks.ownHours(at(ada)));
  expect(own).toMatchObject({ name: 'Ada Holm', thanks: true });
  expect(own.minutes).toBe(own.walked.reduce((sum, { minutes }) => sum + minutes, 0));
  expect(own.walked.find(({ night }) => night === '2026-12-04')?.minutes).toBe(150);
  expect(sure(await walks.hoursOfWalkers(at(scene.leader), scene.agreementId, '2026-2')).map(({ name, walks: count, minutes }) => [name, count, minutes])).toEqual([['Ada Holm', own.walks, own.minutes]]);
  expect(no(await walks.hoursOfWalkers(at(scene.coordinator), scene.agreementId, '2026-2'))).toEqual(['access.not-allowed']);
  expect(no(await walks.ownHours(at(scene.manager)))).toEqual(['walks.sign-up-first']);
  await sql`update people.person set protected = true where id = ${personOf(ada)}`.execute(scene.house.database);
  expect(sure(await walks.hoursOfWalkers(at(scene.leader), scene.agreementId, '2026-2'))[0].name).toBeNull();
  expect(no(await walks.hoursOfWalker(at(scene.leader), scene.agreementId, personOf(ada), '2026-2'))).toEqual(['walks.no-hours']);
  expect(sure(await walks.ownHours(at(ada))).name).toBe('Ada Holm');
  await sql`update people.person set protected = false where id = ${personOf(ada)}`.execute(scene.house.database);
});

test('when the half-year has ended walkers are thanked once, and not those who want none', async () => {
  const thank = () => walks.thankWalkers(at(scene.house, '2027-01-02T09:00:00Z'), ORIGIN);
  sure(await walks.wantThanks(ada, { wanted: false }));
  expect(sure(await walks.ownHours(at(ada))).thanks).toBe(false);
  expect(sure(await thank())).toEqual({ letters: 0 });
  sure(await walks.wantThanks(ada, { wanted: true }));
  expect(sure(await thank())).toEqual({ letters: 1 });
  expect(sure(await thank())).toEqual({ letters: 0 });
  const [letter] = await letters('walks.thanks');
  expect(letter).toMatchObject({ to_address: 'ada@example.se', subject: 'Tack för hösten 2026' });
  expect(no(await walks.wantThanks(scene.manager, { wanted: true }))).toEqual(['walks.sign-up-first']);
  expect(no(await walks.thankWalkers(scene.manager, ORIGIN))).toEqual(['access.not-allowed']);
});

test('nothing is disposed of by anybody but the house; then texts and walkers are gone and every figure stays', async () => {
  const figures = async () => sure(await walks.walkReports(at(scene.manager), scene.agreementId, '2026-2')).map(({ walk, walked: { walkers, reports, young, mood } }) => [walk.night, walkers, reports, young, mood]);
  const before = await figures();
  expect(await walks.disposeReports(scene.manager, scene.agreementId, '2027-12-31')).toBe(0);
  expect(await walks.disposeSignups(house, scene.agreementId, '2026-01-01')).toBe(0);
  expect(await walks.disposeReports(house, scene.agreementId, '2027-12-31')).toBeGreaterThan(10);
  expect(await walks.disposeSignups(house, scene.agreementId, '2027-12-31')).toBe(6);
  expect(await figures()).toEqual(before);
  expect(await walks.disposeReports(house, scene.agreementId, '2027-12-31')).toBe(0);

  // A walker who is not known any more is in no way of being removed, and leaves no trace in any table of walks.
  await walks.forgetWalkers(scene.manager, [personOf(ada)]);
  await walks.forgetWalkers(house, [personOf(ada)]);
  await sql`delete from people.credential where person_id = ${personOf(ada)}`.execute(house.database);
  await sql`delete from people.person where id = ${personOf(ada)}`.execute(house.database);
  const { rows } = await sql<{ table_name: string }>`select table_name from information_schema.tables where table_schema = 'walks'`.execute(house.database);
  expect(rows.length).toBeGreaterThan(20);
  for (const { table_name } of rows) {
    const { rows: all } = await sql<{ row: unknown }>`select to_jsonb(t) as row from ${sql.table(`walks.${table_name}`)} t`.execute(house.database);
    expect(JSON.stringify(all), table_name).not.toMatch(new RegExp(`Ada|Holm|70174|lugnade sig|halkade|${personOf(ada)}`));
  }
});

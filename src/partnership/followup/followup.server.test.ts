import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { letTakePart } from '#platform/access/assignments.ts';
import { nobody } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor, inTransaction } from '#platform/context.ts';
import { planDuties } from '#partnership/commitments';
import { handInAndTell } from '../../reactions.ts';
import { somebody } from '../../../tests/support/cast.ts';
import { dutyText, fact } from '../../../tests/support/duty-facts.ts';
import { freshHouse } from '../../../tests/support/fresh-database.ts';
import * as followup from './index.ts';
import { LIMITS, type Submission } from './model.ts';

const house = await freshHouse(stoppedClock('2026-11-21'));
const GRANBY = 'Granby kommun';
const LYKTAN = 'Föreningen Lyktan';
const as = async (name: string, part: Parameters<typeof somebody>[2]) => contextFor(house, await somebody(house, name, part));
const maja = await as('Maja Lindgren', { role: 'coordinator', organisation: GRANBY });
const sara = await as('Sara Berg', { role: 'association-manager', organisation: LYKTAN });
const ali = await as('Ali Noor', { role: 'association-manager', organisation: LYKTAN });
const walker = await as('Vera Ek', { role: 'outreach-worker', organisation: LYKTAN });
const stranger = await as('Otto Storm', { role: 'coordinator', organisation: 'Storby kommun' });
const signedOut = contextFor(house, nobody);
const idOf = (context: Context) => (context.actor.kind === 'person' ? context.actor.assignments[0].organisation!.id : '');

/** The value of an outcome that must be a yes. */
function yes<T>(outcome: { ok: true; value: T } | { ok: false; refusals: unknown }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const no = (outcome: { ok: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);

let agreementId: string;
beforeEach(async () => {
  agreementId = randomUUID();
  await letTakePart(house, agreementId, [idOf(maja), idOf(sara)]);
});

const typed = { kind: 'interim-report', title: 'Delrapport', body: 'Det har gått bra.\n\n# Siffror\n\n- 40 kvällar', dutyId: null };
const written = async (context = sara, more: Partial<Record<'title' | 'body', string>> & { dutyId?: string | null } = {}): Promise<string> =>
  yes(await followup.beginDraft(context, { agreementId, ...typed, ...more })).draftId;
const mark = async (draftId: string, context = sara) => yes(await followup.readDraft(context, agreementId, draftId)).mark;
const handIn = async (draftId: string, context = sara) => followup.handIn(context, { draftId, mark: await mark(draftId, context) });
const handedIn = async (context = sara): Promise<Submission> => yes(await handIn(await written(context), context)).submission;
const listed = async (context: Context) => yes(await followup.submissionsOfPartnership(context, agreementId)).rows;
const journal = async (of: string | null = agreementId) =>
  (await sql<{ what: string }>`select what from platform.journal where agreement_id is not distinct from ${of} order by id`.execute(house.database)).rows.map(({ what }) => what);
const file = (name: string, text: string) => ({ name, bytes: new TextEncoder().encode(text) });
const rowsSeen = (context: Context, table: string) => inTransaction(context, async (inside) => (await sql`select * from ${sql.table(table)}`.execute(inside.database)).rows.length);

describe('a draft', () => {
  test('is seen by nobody on the other side: not in a list, not by its id, not a file of it, not by SQL, not in the journal', async () => {
    const draftId = await written();
    yes(await followup.attachFiles(sara, { draftId, files: [file('bilaga.txt', 'hemligt')] }));
    const { draft } = yes(await followup.readDraft(sara, agreementId, draftId));
    expect(yes(await followup.ownWorkspace(sara, agreementId)).drafts).toHaveLength(1);

    expect(yes(await followup.ownWorkspace(maja, agreementId)).drafts).toEqual([]);
    expect(no(await followup.readDraft(maja, agreementId, draftId))).toEqual(['followup.draft-not-found']);
    expect(no(await followup.draftFile(maja, { agreementId, draftId, sha256: draft.files[0].sha256 }))).toEqual(['followup.draft-not-found']);
    expect(no(await followup.saveDraft(maja, { draftId, version: 1, ...typed }))).toEqual(['followup.draft-not-found']);
    expect(no(await followup.attachFiles(maja, { draftId, files: [file('a.txt', 'a')] }))).toEqual(['followup.draft-not-found']);
    expect(no(await followup.handIn(maja, { draftId, mark: 'x' }))).toEqual(['followup.draft-not-found']);
    expect(await listed(maja)).toEqual([]);
    expect(await rowsSeen(maja, 'followup.draft')).toBe(0);
    expect(await rowsSeen(house, 'followup.draft')).toBe(0);
    expect(await rowsSeen(sara, 'followup.draft')).toBeGreaterThan(0);
    expect(await journal()).toEqual([]);
    expect((await journal(null)).slice(-2)).toEqual(['followup.draft-begun', 'followup.file-attached']);
  });

  test('is written by those who may hand in for its organisation, and by nobody else of it', async () => {
    const draftId = await written();
    yes(await followup.saveDraft(ali, { draftId, version: 1, ...typed, title: 'Delrapport ett' }));
    expect(no(await followup.readDraft(walker, agreementId, draftId))).toEqual(['access.not-allowed']);
    expect(no(await followup.beginDraft(walker, { agreementId, ...typed }))).toEqual(['access.not-allowed']);
    expect(no(await followup.beginDraft(stranger, { agreementId, ...typed }))).toEqual(['access.not-found']);
    expect(no(await followup.beginDraft(signedOut, { agreementId, ...typed }))).toEqual(['access.sign-in-first']);
  });

  test('two who write at once lose nothing: the second is told, and saves when they have seen the first', async () => {
    const draftId = await written();
    yes(await followup.saveDraft(sara, { draftId, version: 1, ...typed, body: 'Saras text' }));
    const second = await followup.saveDraft(ali, { draftId, version: 1, ...typed, body: 'Alis text' });
    expect(second).toEqual({ ok: false, refusals: [{ kind: 'conflict', code: 'followup.saved-by-another', facts: { name: 'Sara Berg' } }] });
    const { draft } = yes(await followup.readDraft(ali, agreementId, draftId));
    expect(draft).toMatchObject({ body: 'Saras text', version: 2, savedBy: 'Sara Berg' });
    yes(await followup.saveDraft(ali, { draftId, version: draft.version, ...typed, body: 'Båda texterna' }));
    expect(yes(await followup.readDraft(sara, agreementId, draftId)).draft.body).toBe('Båda texterna');
  });

  test('saved twice with the same words is saved once', async () => {
    const draftId = await written();
    yes(await followup.saveDraft(sara, { draftId, version: 1, ...typed, body: typed.body.replaceAll('\n', '\r\n') }));
    expect(yes(await followup.readDraft(sara, agreementId, draftId)).draft.version).toBe(1);
  });

  test('says at which field something is wrong', async () => {
    const begin = (more: object) => followup.beginDraft(sara, { agreementId, ...typed, ...more });
    expect(no(await begin({ title: 'x'.repeat(LIMITS.title + 1), body: 'x'.repeat(LIMITS.body + 1) }))).toEqual(['followup.title-too-long', 'followup.text-too-long']);
    expect(no(await begin({ kind: 'poem' }))).toEqual(['followup.kind-unknown']);
    expect(no(await begin({ dutyId: randomUUID() }))).toEqual(['followup.duty-unknown']);
    expect(no(await begin({ dutyId: 'x' }))).toEqual(['followup.duty-unknown']);
  });

  test('takes files as they come, within limits, each once', async () => {
    const draftId = await written();
    const attach = (...files: { name: string; bytes: Uint8Array }[]) => followup.attachFiles(sara, { draftId, files });
    yes(await attach(file('../../etc/rapport\u0000.html', '<script>alert(1)</script>'), file('samma.html', '<script>alert(1)</script>')));
    const { draft } = yes(await followup.readDraft(sara, agreementId, draftId));
    expect(draft.files).toMatchObject([{ name: 'rapport.html', bytes: 25 }]);
    expect(yes(await followup.draftFile(sara, { agreementId, draftId, sha256: draft.files[0].sha256 })).bytes).toEqual(Buffer.from('<script>alert(1)</script>'));
    expect(no(await followup.draftFile(sara, { agreementId, draftId, sha256: '0'.repeat(64) }))).toEqual(['followup.file-not-found']);
    expect(no(await attach())).toEqual(['followup.no-file']);
    expect(no(await attach(file('tom.txt', '')))).toEqual(['followup.file-is-empty']);
    expect(no(await attach({ name: 'stor.bin', bytes: new Uint8Array(LIMITS.fileBytes + 1) }))).toEqual(['followup.file-too-large']);
    expect(no(await attach(...Array.from({ length: LIMITS.files }, (_, at) => file(`${at}.txt`, `fil ${at}`))))).toEqual(['followup.too-many-files']);
    yes(await followup.removeFile(sara, { draftId, sha256: draft.files[0].sha256 }));
    expect(yes(await followup.readDraft(sara, agreementId, draftId)).draft.files).toEqual([]);
  });
});

describe('handing in', () => {
  test('makes it seen by both sides, files and all, and the draft is gone', async () => {
    const draftId = await written();
    yes(await followup.attachFiles(sara, { draftId, files: [file('bilaga.txt', 'öppet')] }));
    const { submission } = yes(await handIn(draftId));
    const [seen] = await listed(maja);
    expect(seen.submission).toEqual(submission);
    expect(submission).toMatchObject({ version: 1, title: 'Delrapport', organisation: { name: LYKTAN }, handedInBy: { name: 'Sara Berg' }, handedInAt: house.clock.now() });
    const [{ sha256 }] = submission.files;
    expect(yes(await followup.submittedFile(maja, { agreementId, submissionId: submission.id, sha256 })).bytes).toEqual(Buffer.from('öppet'));
    expect(seen.records).toMatchObject([{ organisation: { name: GRANBY }, how: 'received', registration: null }]);
    expect(yes(await followup.ownWorkspace(sara, agreementId)).drafts).toEqual([]);
    expect(no(await followup.readSubmission(stranger, agreementId, submission.id))).toEqual(['access.not-found']);
    expect(no(await followup.readSubmission(walker, agreementId, submission.id))).toEqual(['access.not-allowed']);
    expect(no(await followup.readSubmission(signedOut, agreementId, submission.id))).toEqual(['access.sign-in-first']);
    expect(await rowsSeen(stranger, 'followup.submission')).toBe(0);
    expect(await journal()).toEqual(['followup.handed-in']);
  });

  test('cannot be undone or changed, whatever the program asks the database for', async () => {
    const submission = await handedIn();
    yes(await followup.registerSubmission(maja, { submissionId: submission.id, organisationId: idOf(maja), caseNumber: 'KS 2026/117' }));
    for (const [context, table] of [[sara, 'submission'], [maja, 'submission'], [house, 'submission'], [maja, 'registration'], [house, 'registration']] as const) {
      const change = table === 'submission' ? sql`update followup.submission set body = 'annat'` : sql`update followup.registration set case_number = 'annat'`;
      await expect(change.execute(context.database), `${table} changed`).rejects.toThrow(/permission denied/);
      await expect(sql`delete from ${sql.table(`followup.${table}`)}`.execute(context.database), `${table} removed`).rejects.toThrow(/permission denied/);
    }
    expect((await listed(sara))[0].submission).toEqual(submission);
  });

  test('is not done in the name of the other side, not even by SQL', async () => {
    const submission = await handedIn();
    await expect(
      sql`insert into followup.submission select gen_random_uuid(), agreement_id, ${idOf(maja)}::uuid, organisation_name, gen_random_uuid(), line, 2, id, kind, title, body, files, duty_id, handed_in_at, handed_in_by, account_id, sha256 from followup.submission where id = ${submission.id}`.execute(sara.database),
    ).rejects.toThrow(/row-level security/);
  });

  test('done twice at the same time makes one submission', async () => {
    const draftId = await written();
    const said = await mark(draftId);
    const outcomes = await Promise.all(Array.from({ length: 6 }, (_, at) => followup.handIn(at % 2 ? sara : ali, { draftId, mark: said })));
    expect(new Set(outcomes.map((outcome) => yes(outcome).submission.id)).size).toBe(1);
    expect(outcomes.filter((outcome) => yes(outcome).first)).toHaveLength(1);
    expect(await listed(maja)).toHaveLength(1);
    expect(await journal()).toEqual(['followup.handed-in']);
  });

  test('is refused when the draft says something else than what was read, a file included', async () => {
    const draftId = await written();
    const said = await mark(draftId);
    yes(await followup.attachFiles(ali, { draftId, files: [file('ny.txt', 'ny')] }));
    expect(no(await followup.handIn(sara, { draftId, mark: said }))).toEqual(['followup.changed-since-read']);
    expect(await listed(sara)).toEqual([]);
  });

  test('asks for a title and for something to read', async () => {
    expect(no(await handIn(await written(sara, { title: ' ', body: ' ' })))).toEqual(['followup.title-missing', 'followup.nothing-written']);
    expect(no(await followup.handIn(signedOut, { draftId: randomUUID(), mark: '' }))).toEqual(['access.sign-in-first']);
  });

  test('gives a hash that anybody recomputes from what is shown', async () => {
    const submission = await handedIn();
    const form = yes(await followup.sealedForm(maja, agreementId, submission.id));
    expect(createHash('sha256').update(form).digest('hex')).toBe(submission.sha256);
    const shown = yes(await followup.readSubmission(maja, agreementId, submission.id)).submission;
    const { id, line, version, succeeds, kind, title, body, files, dutyId, organisation, handedInAt, handedInBy } = shown;
    // Written by hand as docs/handed-in.md says: the keys in alphabetical order, no spaces.
    const byHand = JSON.stringify({
      agreement: agreementId, duty: dutyId, files, format: 'handslag.submission/1', handedInAt: handedInAt.toISOString(), handedInBy, id, kind, line, organisation, succeeds, text: body, title, version,
    });
    expect(createHash('sha256').update(byHand).digest('hex')).toBe(shown.sha256);
  });

  test('keeps signs that a database or a hash could read otherwise in a form that both read alike', async () => {
    const draftId = await written(sara, { title: 'Del\u0000rapport \ud800 ö', body: 'a\u0000b\r\nc\ud83d' });
    const { submission } = yes(await handIn(draftId));
    const shown = yes(await followup.readSubmission(maja, agreementId, submission.id)).submission;
    expect(shown).toMatchObject({ title: 'Delrapport \ufffd ö', body: 'ab\nc\ufffd' });
    expect(createHash('sha256').update(yes(await followup.sealedForm(maja, agreementId, shown.id))).digest('hex')).toBe(shown.sha256);
  });
});

describe('a new version', () => {
  test('begins as a draft with the same text and files, and leaves the former readable', async () => {
    const first = await handedIn();
    const { draftId } = yes(await followup.beginSuccessor(sara, { submissionId: first.id }));
    expect(yes(await followup.beginSuccessor(ali, { submissionId: first.id })).draftId).toBe(draftId);
    expect(no(await followup.beginSuccessor(maja, { submissionId: first.id }))).toEqual(['access.not-allowed']);
    expect((await listed(maja))[0].succeededBy).toBeNull();
    yes(await followup.saveDraft(sara, { draftId, version: 1, ...typed, body: 'Rättat' }));
    const second = yes(await handIn(draftId)).submission;
    expect(second).toMatchObject({ version: 2, line: first.id, succeeds: first.id, body: 'Rättat' });
    const former = yes(await followup.readSubmission(maja, agreementId, first.id));
    expect(former).toMatchObject({ submission: first, succeededBy: second.id, maySucceed: false });
    expect(former.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(no(await followup.beginSuccessor(sara, { submissionId: first.id }))).toEqual(['followup.succeeded-already']);
  });
});

describe('case numbers', () => {
  const series = (more: object = {}, context = maja) => followup.setCaseSeries(context, { organisationId: idOf(maja), prefix: 'KS', next: 1, ...more });

  test('are drawn from the municipality’s own series when the association hands in, and begin anew each year', async () => {
    yes(await series({ next: 7 }));
    const { registrations } = yes(await handIn(await written()));
    expect(registrations).toMatchObject([{ caseNumber: 'KS 2026/0007', drawn: true, registeredBy: 'Sara Berg', organisationId: idOf(maja) }]);
    expect((await listed(maja))[0].records[0].registration?.caseNumber).toBe('KS 2026/0007');
    expect(await rowsSeen(sara, 'followup.case_series')).toBe(0);

    const nextYear = { ...house, clock: stoppedClock('2027-01-04') };
    const later = contextFor(nextYear, sara.actor);
    expect(yes(await handIn(await written(later), later)).registrations[0].caseNumber).toBe('KS 2027/0001');
    const own = yes(await handIn(await written(contextFor(nextYear, maja.actor)), contextFor(nextYear, maja.actor)));
    expect(own.registrations[0].caseNumber).toBe('KS 2027/0002');
    expect(yes(await followup.readSubmission(sara, agreementId, own.submission.id)).records[0].how).toBe('drawn-up');
  });

  test('are never given twice under ten hand-ins at once', async () => {
    yes(await series({ prefix: 'BUN', next: 9995 }));
    const drafts = await Promise.all(Array.from({ length: 10 }, (_, at) => written(at % 2 ? sara : maja)));
    const outcomes = await Promise.all(drafts.map((draftId, at) => handIn(draftId, at % 2 ? sara : maja)));
    const numbers = outcomes.map((outcome) => yes(outcome).registrations[0].caseNumber).sort();
    expect(numbers).toHaveLength(10);
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 10 }, (_, at) => `BUN 2026/${9995 + at}`)));
  });

  test('that have been given cannot be given again by changing the series', async () => {
    yes(await series({ prefix: 'SN', next: 20 }));
    yes(await handIn(await written()));
    yes(await series({ prefix: 'KFN' }));
    expect(await series({ prefix: 'SN', next: 20 })).toMatchObject({ refusals: [{ code: 'followup.number-given-already', facts: { least: 21 } }] });
    yes(await series({ prefix: 'SN', next: 21 }));
    expect(no(await series({ prefix: '=1+1' }))).toEqual(['followup.prefix-not-understood']);
    expect(no(await series({ next: 'sju' }))).toEqual(['followup.next-number-not-understood']);
    expect(no(await series({}, sara))).toEqual(['access.not-allowed']);
    expect(no(await series({ organisationId: 'x' }))).toEqual(['access.not-allowed']);
    expect(no(await series({ organisationId: idOf(sara) }, sara))).toEqual(['access.not-allowed']);
  });

  test('can be typed by the registrar of a public party, once, and not out of the series', async () => {
    const hall = await as('Rut Ask', { role: 'coordinator', organisation: 'Björkvik kommun' });
    const [granby, lyktan] = [idOf(hall), idOf(sara)];
    agreementId = randomUUID();
    await letTakePart(house, agreementId, [granby, lyktan]);
    const submission = await handedIn();
    const register = (context: Context, caseNumber: string, organisationId = granby) => followup.registerSubmission(context, { submissionId: submission.id, organisationId, caseNumber });
    expect(yes(await followup.readSubmission(hall, agreementId, submission.id)).toRegister).toHaveLength(1);
    expect(yes(await followup.readSubmission(sara, agreementId, submission.id)).toRegister).toEqual([]);
    expect(no(await register(sara, 'KS 2026/9'))).toEqual(['access.not-allowed']);
    expect(no(await register(sara, 'KS 2026/9', lyktan))).toEqual(['access.not-allowed']);
    expect(no(await register(hall, '  '))).toEqual(['followup.case-number-missing']);
    yes(await followup.setCaseSeries(hall, { organisationId: granby, prefix: 'KS', next: 9 }));
    expect(no(await register(hall, 'ks 2026/9'))).toEqual(['followup.number-still-to-be-drawn']);
    yes(await register(hall, 'KS 2026/8'));
    expect(no(await register(hall, 'KS 2026/7'))).toEqual(['followup.registered-already']);
    const { records } = yes(await followup.readSubmission(sara, agreementId, submission.id));
    expect(records[0].registration).toMatchObject({ caseNumber: 'KS 2026/8', drawn: false, registeredBy: 'Rut Ask' });
    expect(await journal()).toEqual(['followup.handed-in', 'followup.registered']);
    expect(no(await followup.registerSubmission(stranger, { submissionId: submission.id, organisationId: granby, caseNumber: 'KS 1' }))).toEqual(['followup.not-found']);
  });
});

describe('what follows', () => {
  test('the duty it fulfils is done with the submission as evidence, and each contact person gets one receipt', async () => {
    const due = fact('deadline', { date: '2026-12-07', what: 'Delrapport', responsible: 'Lyktan' }, 14);
    const facts = [due].map((one) => ({ readValue: one.value, ...one, verdict: 'confirmed' as const, decidedBy: 'Maja', decidedAt: null }));
    const { dutiesOfPartnership } = await import('#partnership/commitments');
    yes(await planDuties(maja, { agreementId, facts, text: dutyText }));
    for (const email of ['karin@granby.example', 'Sara@lyktan.example ', 'sara@lyktan.example', 'ring mig', null]) {
      await sql`insert into people.contact_person (fact_id, agreement_id, name, email) values (${randomUUID()}, ${agreementId}, 'x', ${email})`.execute(house.database);
    }
    const duty = async () => yes(await dutiesOfPartnership(maja, agreementId)).duties[0];
    const { id: dutyId } = await duty();
    const draftId = await written(sara, { dutyId });
    const input = { draftId, mark: await mark(draftId), origin: 'https://handslag.example' };
    const { submission } = yes(await handInAndTell(sara, input));
    yes(await handInAndTell(sara, input));

    expect((await duty()).completion).toMatchObject({ doneOn: '2026-11-21', recordedBy: 'Sara Berg' });
    expect((await duty()).completion?.evidence).toMatch(/^Inlämnat: Delrapport, version 1/);
    expect(await followup.submissionsByDuty(maja, agreementId)).toEqual(new Map([[dutyId, submission.id]]));
    const letters = (await sql<{ to_address: string; text: string }>`select to_address, text from platform.outbox where kind = 'followup.receipt' and key like ${`%${submission.id}%`} order by to_address`.execute(house.database)).rows;
    expect(letters.map(({ to_address }) => to_address)).toEqual(['karin@granby.example', 'sara@lyktan.example']);
    expect(letters[0].text).toContain(submission.sha256);
    expect(letters[0].text).toContain(`https://handslag.example/partnerships/${agreementId}/submissions/${submission.id}`);
    expect(letters[0].text).not.toContain('Det har gått bra');
    expect(await journal()).toEqual(['commitments.planned', 'followup.handed-in', 'commitments.duty-completed']);

    const { draftId: next } = yes(await followup.beginSuccessor(sara, { submissionId: submission.id }));
    yes(await handInAndTell(sara, { ...input, draftId: next, mark: await mark(next) }));
    expect((await duty()).completion?.evidence).toMatch(/version 1/);
  });
});

import { createHash, randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { GRANBY, LYKTAN, no, organisationIdOf, sentFile, twoSides, typed } from '../../../tests/support/two-sides.ts';
import * as followup from './index.ts';

const { agreement, ali, handedIn, handIn, house, journal, listed, maja, mark, newPartnership, outreachWorker, rowsSeen, sara, signedOut, stranger, written } = await twoSides();

beforeEach(() => newPartnership());

describe('handing in', () => {
  test('makes it seen by both sides, files and all, and the draft is gone', async () => {
    const draftId = await written();
    sure(await followup.attachFiles(sara, { draftId, files: [sentFile('bilaga.txt', 'öppet')] }));
    const { submission } = sure(await handIn(draftId));
    const [seen] = await listed(maja);
    expect(seen.submission).toEqual(submission);
    expect(submission).toMatchObject({ version: 1, title: 'Delrapport', organisation: { name: LYKTAN }, handedInBy: { name: 'Sara Berg' }, handedInAt: house.clock.now() });
    const [{ sha256 }] = submission.files;
    expect(sure(await followup.submittedFile(maja, { agreementId: agreement.id, submissionId: submission.id, sha256 })).bytes).toEqual(Buffer.from('öppet'));
    expect(seen.records).toMatchObject([{ organisation: { name: GRANBY }, how: 'received', registration: null }]);
    expect(sure(await followup.ownWorkspace(sara, agreement.id)).drafts).toEqual([]);
    expect(no(await followup.readSubmission(stranger, agreement.id, submission.id))).toEqual(['access.not-found']);
    expect(no(await followup.readSubmission(outreachWorker, agreement.id, submission.id))).toEqual(['access.not-allowed']);
    expect(no(await followup.readSubmission(signedOut, agreement.id, submission.id))).toEqual(['access.sign-in-first']);
    expect(await rowsSeen(stranger, 'followup.submission')).toBe(0);
    expect(await journal()).toEqual(['followup.handed-in']);
  });

  test('cannot be undone or changed, whatever the program asks the database for', async () => {
    const submission = await handedIn();
    sure(await followup.registerSubmission(maja, { submissionId: submission.id, organisationId: organisationIdOf(maja), caseNumber: 'KS 2026/117' }));
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
      sql`insert into followup.submission select gen_random_uuid(), agreement_id, ${organisationIdOf(maja)}::uuid, organisation_name, gen_random_uuid(), line, 2, id, kind, title, body, files, duty_id, handed_in_at, handed_in_by, account_id, sha256 from followup.submission where id = ${submission.id}`.execute(sara.database),
    ).rejects.toThrow(/row-level security/);
  });

  test('done twice at the same time makes one submission', async () => {
    const draftId = await written();
    const said = await mark(draftId);
    const outcomes = await Promise.all(Array.from({ length: 6 }, (_, at) => followup.handIn(at % 2 ? sara : ali, { draftId, mark: said })));
    expect(new Set(outcomes.map((outcome) => sure(outcome).submission.id)).size).toBe(1);
    expect(outcomes.filter((outcome) => sure(outcome).first)).toHaveLength(1);
    expect(await listed(maja)).toHaveLength(1);
    expect(await journal()).toEqual(['followup.handed-in']);
  });

  test('is refused when the draft says something else than what was read, a file included', async () => {
    const draftId = await written();
    const said = await mark(draftId);
    sure(await followup.attachFiles(ali, { draftId, files: [sentFile('ny.txt', 'ny')] }));
    expect(no(await followup.handIn(sara, { draftId, mark: said }))).toEqual(['followup.changed-since-read']);
    expect(await listed(sara)).toEqual([]);
  });

  test('asks once more about a text that gives away a person, keeps it as it was written, and says in the journal that it did', async () => {
    const body = 'Ring Tove på 070-174 06 05.';
    const draftId = await written(sara, { body });
    expect(no(await handIn(draftId))).toEqual(['people.free-text-has-phone-number']);
    expect(await listed(maja)).toEqual([]);
    const { submission } = sure(await followup.handIn(sara, { draftId, mark: await mark(draftId), lookedAt: [body] }));
    expect(submission.body).toBe(body);
    const { rows } = await sql<{ facts: { keptAnyway?: unknown } }>`select facts from platform.journal where facts->>'submissionId' = ${submission.id}`.execute(house.database);
    expect(rows.map(({ facts }) => facts.keptAnyway)).toEqual([{ body: ['phone-number'] }]);
  });

  test('asks for a title and for something to read', async () => {
    expect(no(await handIn(await written(sara, { title: ' ', body: ' ' })))).toEqual(['followup.title-missing', 'followup.nothing-written']);
    expect(no(await followup.handIn(signedOut, { draftId: randomUUID(), mark: '' }))).toEqual(['access.sign-in-first']);
  });

  test('gives a hash that anybody recomputes from what is shown', async () => {
    const submission = await handedIn();
    const form = sure(await followup.sealedForm(maja, agreement.id, submission.id));
    expect(createHash('sha256').update(form).digest('hex')).toBe(submission.sha256);
    const shown = sure(await followup.readSubmission(maja, agreement.id, submission.id)).submission;
    const { id, line, version, succeeds, kind, title, body, files, dutyId, organisation, handedInAt, handedInBy } = shown;
    // Written by hand as docs/handed-in.md says: the keys in alphabetical order, no spaces.
    const byHand = JSON.stringify({
      agreement: agreement.id, duty: dutyId, files, format: 'handslag.submission/1', handedInAt: handedInAt.toISOString(), handedInBy, id, kind, line, organisation, succeeds, text: body, title, version,
    });
    expect(createHash('sha256').update(byHand).digest('hex')).toBe(shown.sha256);
  });

  test('keeps signs that a database or a hash could read otherwise in a form that both read alike', async () => {
    const draftId = await written(sara, { title: 'Del\u0000rapport \ud800 ö', body: 'a\u0000b\r\nc\ud83d' });
    const { submission } = sure(await handIn(draftId));
    const shown = sure(await followup.readSubmission(maja, agreement.id, submission.id)).submission;
    expect(shown).toMatchObject({ title: 'Delrapport \ufffd ö', body: 'ab\nc\ufffd' });
    expect(createHash('sha256').update(sure(await followup.sealedForm(maja, agreement.id, shown.id))).digest('hex')).toBe(shown.sha256);
  });
});

describe('a new version', () => {
  test('begins as a draft with the same text and files, and leaves the former readable', async () => {
    const first = await handedIn();
    const { draftId } = sure(await followup.beginSuccessor(sara, { submissionId: first.id }));
    expect(sure(await followup.beginSuccessor(ali, { submissionId: first.id })).draftId).toBe(draftId);
    expect(no(await followup.beginSuccessor(maja, { submissionId: first.id }))).toEqual(['access.not-allowed']);
    expect((await listed(maja))[0].succeededBy).toBeNull();
    sure(await followup.saveDraft(sara, { draftId, version: 1, ...typed, body: 'Rättat' }));
    const second = sure(await handIn(draftId)).submission;
    expect(second).toMatchObject({ version: 2, line: first.id, succeeds: first.id, body: 'Rättat' });
    const former = sure(await followup.readSubmission(maja, agreement.id, first.id));
    expect(former).toMatchObject({ submission: first, succeededBy: second.id, maySucceed: false });
    expect(former.versions.map(({ version }) => version)).toEqual([1, 2]);
    expect(no(await followup.beginSuccessor(sara, { submissionId: first.id }))).toEqual(['followup.succeeded-already']);
  });
});

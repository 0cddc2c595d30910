import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { assignmentsOf, entrust } from '#platform/access/assignments.ts';
import type { Person } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { GRANBY, LYKTAN, no, organisationIdOf, sentFile, twoSides, typed } from '../../../tests/support/two-sides.ts';
import * as followup from './index.ts';
import { LIMITS } from './model.ts';

const { agreement, ali, as, house, journal, listed, maja, newPartnership, outreachWorker, rowsSeen, sara, signedOut, stranger, written } = await twoSides();

beforeEach(() => newPartnership());

describe('a draft', () => {
  test('is seen by nobody on the other side: not in a list, not by its id, not a file of it, not by SQL, not in the journal', async () => {
    const draftId = await written();
    sure(await followup.attachFiles(sara, { draftId, files: [sentFile('bilaga.txt', 'hemligt')] }));
    const { draft } = sure(await followup.readDraft(sara, agreement.id, draftId));
    expect(sure(await followup.ownWorkspace(sara, agreement.id)).drafts).toHaveLength(1);

    expect(sure(await followup.ownWorkspace(maja, agreement.id)).drafts).toEqual([]);
    expect(no(await followup.readDraft(maja, agreement.id, draftId))).toEqual(['followup.draft-not-found']);
    expect(no(await followup.draftFile(maja, { agreementId: agreement.id, draftId, sha256: draft.files[0].sha256 }))).toEqual(['followup.draft-not-found']);
    expect(no(await followup.saveDraft(maja, { draftId, version: 1, ...typed }))).toEqual(['followup.draft-not-found']);
    expect(no(await followup.attachFiles(maja, { draftId, files: [sentFile('a.txt', 'a')] }))).toEqual(['followup.draft-not-found']);
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
    sure(await followup.saveDraft(ali, { draftId, version: 1, ...typed, title: 'Delrapport ett' }));
    expect(no(await followup.readDraft(outreachWorker, agreement.id, draftId))).toEqual(['access.not-allowed']);
    expect(no(await followup.beginDraft(outreachWorker, { agreementId: agreement.id, ...typed }))).toEqual(['access.not-allowed']);
    expect(no(await followup.beginDraft(stranger, { agreementId: agreement.id, ...typed }))).toEqual(['access.not-found']);
    expect(no(await followup.saveDraft(signedOut, { draftId, version: 1, ...typed }))).toEqual(['access.sign-in-first']);
    expect(no(await followup.beginDraft(signedOut, { agreementId: agreement.id, ...typed }))).toEqual(['access.sign-in-first']);
  });

  test('two who write at once lose nothing: the second is told, and saves when they have seen the first', async () => {
    const draftId = await written();
    sure(await followup.saveDraft(sara, { draftId, version: 1, ...typed, body: 'Saras text' }));
    const second = await followup.saveDraft(ali, { draftId, version: 1, ...typed, body: 'Alis text' });
    expect(second).toEqual({ ok: false, refusals: [{ kind: 'conflict', code: 'followup.saved-by-another', facts: { name: 'Sara Berg' } }] });
    const { draft } = sure(await followup.readDraft(ali, agreement.id, draftId));
    expect(draft).toMatchObject({ body: 'Saras text', version: 2, savedBy: 'Sara Berg' });
    sure(await followup.saveDraft(ali, { draftId, version: draft.version, ...typed, body: 'Båda texterna' }));
    expect(sure(await followup.readDraft(sara, agreement.id, draftId)).draft.body).toBe('Båda texterna');
  });

  test('thrown away is gone, by its own side only, and what it was to succeed can be succeeded again', async () => {
    const draftId = await written();
    const { mark } = sure(await followup.readDraft(sara, agreement.id, draftId));
    const { submission } = sure(await followup.handIn(sara, { draftId, mark }));
    const next = sure(await followup.beginSuccessor(sara, { submissionId: submission.id })).draftId;
    expect(no(await followup.discardDraft(maja, { draftId: next }))).toEqual(['followup.draft-not-found']);
    sure(await followup.discardDraft(ali, { draftId: next }));
    expect(no(await followup.discardDraft(ali, { draftId: next }))).toEqual(['followup.draft-not-found']);
    expect((await journal(null)).at(-1)).toBe('followup.draft-discarded');
    sure(await followup.beginSuccessor(sara, { submissionId: submission.id }));
  });

  test('saved twice with the same words is saved once', async () => {
    const draftId = await written();
    sure(await followup.saveDraft(sara, { draftId, version: 1, ...typed, body: typed.body.replaceAll('\n', '\r\n') }));
    expect(sure(await followup.readDraft(sara, agreement.id, draftId)).draft.version).toBe(1);
  });

  test('says at which field something is wrong', async () => {
    const begin = (more: object) => followup.beginDraft(sara, { agreementId: agreement.id, ...typed, ...more });
    expect(no(await begin({ title: 'x'.repeat(LIMITS.title + 1), body: 'x'.repeat(LIMITS.body + 1) }))).toEqual(['followup.title-too-long', 'followup.text-too-long']);
    expect(no(await begin({ kind: 'poem' }))).toEqual(['followup.kind-unknown']);
    expect(no(await begin({ dutyId: randomUUID() }))).toEqual(['followup.duty-unknown']);
    expect(no(await begin({ dutyId: 'x' }))).toEqual(['followup.duty-unknown']);
  });

  test('takes files as they come, within limits, each once', async () => {
    const draftId = await written();
    const attach = (...files: { name: string; bytes: Uint8Array }[]) => followup.attachFiles(sara, { draftId, files });
    sure(await attach(sentFile('../../etc/rapport\u0000.html', '<script>alert(1)</script>'), sentFile('samma.html', '<script>alert(1)</script>')));
    const { draft } = sure(await followup.readDraft(sara, agreement.id, draftId));
    expect(draft.files).toMatchObject([{ name: 'rapport.html', bytes: 25 }]);
    expect(sure(await followup.draftFile(sara, { agreementId: agreement.id, draftId, sha256: draft.files[0].sha256 })).bytes).toEqual(Buffer.from('<script>alert(1)</script>'));
    expect(no(await followup.draftFile(sara, { agreementId: agreement.id, draftId, sha256: '0'.repeat(64) }))).toEqual(['followup.file-not-found']);
    expect(no(await attach())).toEqual(['followup.no-file']);
    expect(no(await attach(sentFile('tom.txt', '')))).toEqual(['followup.file-is-empty']);
    expect(no(await attach({ name: 'stor.bin', bytes: new Uint8Array(LIMITS.fileBytes + 1) }))).toEqual(['followup.file-too-large']);
    expect(no(await attach(...Array.from({ length: LIMITS.files }, (_, at) => sentFile(`${at}.txt`, `fil ${at}`))))).toEqual(['followup.too-many-files']);
    sure(await followup.removeFile(sara, { draftId, sha256: draft.files[0].sha256 }));
    expect(sure(await followup.readDraft(sara, agreement.id, draftId)).draft.files).toEqual([]);
  });
});

test('somebody who acts for both sides says for which of them they write', async () => {
  const { actor } = await as('Bea Både', { role: 'association-manager', organisation: LYKTAN });
  const accountId = (actor as Person).id;
  await entrust(house, { accountId, role: 'coordinator', organisationId: organisationIdOf(maja), agreementId: null, starts: '2020-01-01' });
  const bea = contextFor(house, { ...(actor as Person), assignments: await assignmentsOf(house, accountId) });
  expect(sure(await followup.ownWorkspace(bea, agreement.id)).organisations.map(({ name }) => name).sort()).toEqual([LYKTAN, GRANBY].sort());
  const begun = await followup.beginDraft(bea, { agreementId: agreement.id, ...typed, organisationId: organisationIdOf(maja) });
  expect(sure(await followup.ownWorkspace(maja, agreement.id)).drafts.map(({ id }) => id)).toEqual([sure(begun).draftId]);
  expect(no(await followup.beginDraft(sara, { agreementId: agreement.id, ...typed, organisationId: organisationIdOf(maja) }))).toEqual(['access.not-allowed']);
});

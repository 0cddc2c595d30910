import { randomUUID } from 'node:crypto';
import canonicalize from 'canonicalize';
import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { describe, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { endAssignment } from '#platform/access/assignments.ts';
import { type Context, contextFor, inTransaction } from '#platform/context.ts';
import { no, organisationIdOf, twoSides } from '../../../../tests/support/two-sides.ts';
import type { DraftContent } from '../drafting/model.ts';
import * as agreement from '../index.ts';

const { ali, as, house, journal, maja, outreachWorker, rowsSeen, sara, signedOut, stranger } = await twoSides();
const [granby, lyktan] = [organisationIdOf(maja), organisationIdOf(sara)];

const SUPPORT = 'Kommunen betalar 200 000 kronor om året. Pengarna ska användas till läxhjälp.';
const CONTENT: DraftContent = {
  kind: 'agreement',
  title: 'Läxhjälp i Granby',
  clauses: [
    { id: '', heading: 'Parter', body: 'Granby kommun och Föreningen Lyktan.', version: 1 },
    { id: '', heading: 'Bidrag', body: SUPPORT, version: 1 },
    { id: '', heading: 'Möten', body: 'Parterna möts en gång i kvartalet.', version: 1 },
  ],
  fields: [],
  facts: [],
};

/** A draft of the municipality's own; shared with the association unless it is said not to be. */
async function draft({ shared = true, content = CONTENT }: { shared?: boolean; content?: DraftContent } = {}): Promise<string> {
  const agreementId = randomUUID();
  const clauses = content.clauses.map((clause) => ({ ...clause, id: randomUUID() }));
  const { draftId } = await inTransaction(maja, async (inside) => sure(await agreement.openDraft(inside, { agreementId, organisationId: granby, origin: { from: 'template', template: 'without-money' }, content: { ...content, clauses } })));
  if (shared) sure(await agreement.shareDraft(maja, { draftId, organisationId: lyktan }));
  return draftId;
}
const seen = async (draftId: string, context: Context = maja) => sure(await agreement.negotiationOf(context, draftId));
const clause = async (draftId: string, at = 1) => (await seen(draftId)).draft.clauses[at];
const bodyNow = async (draftId: string, at = 1) => (await clause(draftId, at)).body;

/** Proposes another body of a clause. */
async function proposed(draftId: string, from: string, to: string, { by = sara, at = 1 }: { by?: Context; at?: number } = {}): Promise<string> {
  const { id, version, heading, body } = await clause(draftId, at);
  return sure(await agreement.propose(by, { draftId, change: { kind: 'change', clauseId: id, version, heading, body: body.replace(from, to) }, reason: 'Det räcker inte.' })).proposalId;
}
const markOf = async (draftId: string, proposalId: string) => (await seen(draftId)).proposals.find(({ id }) => id === proposalId)!.mark;
const answer = async (context: Context, draftId: string, proposalId: string, verdict: 'accepted' | 'declined' | 'withdrawn', reason = '') =>
  agreement.answerProposal(context, { proposalId, verdict, reason, seen: await markOf(draftId, proposalId) });

describe('sharing', () => {
  test('lets the other side in; before that nothing of the draft is theirs, not even that it is there', async () => {
    const draftId = await draft({ shared: false });
    sure(await agreement.comment(maja, { draftId, clauseId: null, text: 'Ska vi dela nu?' }));
    sure(await agreement.nameVersion(maja, { draftId, name: 'Vårt första' }));
    expect(no(await agreement.negotiationOf(sara, draftId))).toEqual(['agreement.draft-not-found']);
    expect(no(await agreement.propose(maja, { draftId, change: { kind: 'add', heading: 'Nytt', body: '', after: null }, reason: '' }))).toEqual(['agreement.draft-not-shared']);
    expect(no(await agreement.shareDraft(maja, { draftId }))).toEqual(['agreement.share-with-whom']);
    expect(no(await agreement.shareDraft(sara, { draftId, organisationId: lyktan }))).toEqual(['agreement.draft-not-found']);
    expect(no(await agreement.shareDraft(signedOut, { draftId }))).toEqual(['access.sign-in-first']);

    sure(await agreement.shareDraft(maja, { draftId, organisationId: lyktan }));
    expect(no(await agreement.shareDraft(maja, { draftId, organisationId: lyktan }))).toEqual(['agreement.draft-is-shared']);
    const theirs = await seen(draftId, sara);
    expect(theirs).toMatchObject({ side: { id: lyktan }, others: [{ id: granby }], comments: [] });
    expect((await seen(draftId)).comments).toMatchObject([{ internal: true, text: 'Ska vi dela nu?' }]);
    // A version from before stays with its own side; the next one has the next number on both.
    expect(sure(await agreement.draftVersions(sara, draftId)).versions).toEqual([]);
    expect(sure(await agreement.nameVersion(sara, { draftId, name: 'Första delade' })).number).toBe(2);
    expect(sure(await agreement.draftVersions(maja, draftId)).versions.map(({ number }) => number)).toEqual([2, 1]);
    expect(await journal(theirs.draft.agreementId)).toEqual(['agreement.draft-shared', 'agreement.version-named']);
    expect(no(await agreement.negotiationOf(stranger, draftId))).toEqual(['agreement.draft-not-found']);
  });
});

describe('a proposal', () => {
  test('is made by one side and accepted by the other, and then the draft says so', async () => {
    const draftId = await draft();
    const proposalId = await proposed(draftId, '200 000', '300 000');
    expect((await seen(draftId, sara)).proposals[0].may).toBe('withdraw');
    expect((await seen(draftId)).proposals[0]).toMatchObject({ may: 'answer', standing: { can: 'be-accepted', merged: false }, reason: 'Det räcker inte.', organisation: { id: lyktan } });
    expect(await bodyNow(draftId)).toBe(SUPPORT);
    for (const [context, verdict, code] of [[sara, 'accepted', 'agreement.only-other-side-answers'], [ali, 'declined', 'agreement.only-other-side-answers'], [maja, 'withdrawn', 'agreement.only-own-side-withdraws'], [outreachWorker, 'accepted', 'access.not-allowed'], [stranger, 'accepted', 'agreement.proposal-not-found']] as const)
      expect(no(await answer(context, draftId, proposalId, verdict, 'Nej')), verdict).toEqual([code]);
    expect(no(await answer(maja, draftId, proposalId, 'declined', ' '))).toEqual(['agreement.decline-with-reason']);
    sure(await answer(maja, draftId, proposalId, 'accepted'));
    expect(await bodyNow(draftId)).toBe(SUPPORT.replace('200 000', '300 000'));
    expect(no(await answer(maja, draftId, proposalId, 'declined', 'Nej'))).toEqual(['agreement.proposal-answered']);
    const { draft: now, proposals } = await seen(draftId);
    expect(proposals).toMatchObject([{ may: null, standing: null, answer: { verdict: 'accepted', answeredBy: 'Maja Lindgren' } }]);
    expect((await journal(now.agreementId)).slice(-2)).toEqual(['agreement.proposal-made', 'agreement.proposal-accepted']);
  });

  test('can put in, take away and move a clause, and rename the draft; it can be declined with a reason or withdrawn', async () => {
    const draftId = await draft();
    const { draft: { clauses, version } } = await seen(draftId);
    const propose = async (change: Parameters<typeof agreement.propose>[1]['change'], by = sara) => sure(await agreement.propose(by, { draftId, change, reason: '' })).proposalId;
    sure(await answer(maja, draftId, await propose({ kind: 'add', heading: 'Försäkring', body: 'Alla är försäkrade.', after: clauses[0].id }), 'accepted'));
    sure(await answer(maja, draftId, await propose({ kind: 'move', clauseId: clauses[2].id, after: null }), 'accepted'));
    sure(await answer(sara, draftId, await propose({ kind: 'remove', clauseId: clauses[1].id, version: 1 }, maja), 'accepted'));
    sure(await answer(maja, draftId, await propose({ kind: 'title', version, title: 'Läxhjälp' }), 'accepted'));
    const declined = await propose({ kind: 'title', version, title: 'Nej' });
    sure(await answer(maja, draftId, declined, 'declined', 'Namnet är bra.'));
    sure(await answer(ali, draftId, await propose({ kind: 'title', version, title: 'Nej igen' }), 'withdrawn'));
    const { draft: after, proposals } = await seen(draftId, sara);
    expect([after.title, ...after.clauses.map(({ heading }) => heading)]).toEqual(['Läxhjälp', 'Möten', 'Parter', 'Försäkring']);
    expect(proposals.map(({ answer }) => answer?.verdict)).toEqual(['accepted', 'accepted', 'accepted', 'accepted', 'declined', 'withdrawn']);
    expect(proposals.find(({ id }) => id === declined)?.answer).toMatchObject({ reason: 'Namnet är bra.', organisationId: granby });
    expect(no(await agreement.propose(sara, { draftId, change: { kind: 'title', version: after.version, title: 'Läxhjälp' }, reason: '' }))).toEqual(['agreement.nothing-proposed']);
    expect(no(await agreement.propose(sara, { draftId, change: { kind: 'add', heading: '', body: '', after: null }, reason: '' }))).toEqual(['agreement.heading-missing']);
    expect(no(await agreement.propose(sara, { draftId, change: { kind: 'remove', clauseId: randomUUID(), version: 1 }, reason: '' }))).toEqual(['agreement.clause-not-found']);
    expect(no(await agreement.propose(sara, { draftId, change: { kind: 'title', version: 1, title: 'Nytt' }, reason: 'Enligt 19811228-9874' }))).toEqual(['people.free-text-has-personal-number']);
  });

  test('accepted and declined at the same moment gets one answer', async () => {
    const draftId = await draft();
    const rut = await as('Rut Ask', { role: 'coordinator', organisation: 'Granby kommun' });
    for (let round = 0; round < 4; round += 1) {
      const proposalId = await proposed(draftId, 'läxhjälp', `läxhjälp nr ${round} och läxhjälp`);
      const before = await bodyNow(draftId);
      const both = await Promise.all([answer(maja, draftId, proposalId, 'accepted'), answer(rut, draftId, proposalId, 'declined', 'Nej')]);
      expect(both.filter(({ ok }) => ok)).toHaveLength(1);
      expect(both.flatMap((outcome) => no(outcome) ?? [])).toEqual(['agreement.proposal-answered']);
      expect((await bodyNow(draftId)) !== before).toBe(both[0].ok);
    }
  });

  test('upon an older text is made one with what was changed since, or, where they collide, settled by a person', async () => {
    const draftId = await draft();
    const [first, elsewhere, same] = [await proposed(draftId, '200 000', '250 000'), await proposed(draftId, 'läxhjälp', 'studiehjälp', { by: maja }), await proposed(draftId, 'om året', 'per läsår', { by: maja })];
    const stale = await markOf(draftId, elsewhere);
    sure(await answer(maja, draftId, first, 'accepted'));
    expect(no(await agreement.answerProposal(sara, { proposalId: elsewhere, verdict: 'accepted', seen: stale }))).toEqual(['agreement.changed-since-read']);
    expect((await seen(draftId)).proposals[1].standing).toMatchObject({ can: 'be-accepted', merged: true });
    sure(await answer(sara, draftId, elsewhere, 'accepted'));
    expect(await bodyNow(draftId)).toBe('Kommunen betalar 250 000 kronor om året. Pengarna ska användas till studiehjälp.');

    expect(no(await answer(sara, draftId, same, 'accepted'))).toEqual(['agreement.proposal-collides']);
    const { standing } = (await seen(draftId)).proposals[2];
    if (standing?.can !== 'be-settled') throw new Error('expected a collision');
    expect(standing.body).toContainEqual(expect.objectContaining({ kind: 'collision', mine: 'Kommunen betalar 200 000 kronor per läsår.', theirs: 'Kommunen betalar 250 000 kronor om året.' }));
    const body = 'Kommunen betalar 250 000 kronor per läsår. Pengarna ska användas till studiehjälp.';
    const { proposalId } = sure(await agreement.settle(sara, { proposalId: same, heading: 'Bidrag', body, reason: 'Båda delarna.' }));
    const { proposals } = await seen(draftId);
    expect(proposals.slice(2)).toMatchObject([{ id: same, answer: { verdict: 'declined', reason: 'Båda delarna.' } }, { id: proposalId, replaces: same, organisation: { id: lyktan }, may: 'answer' }]);
    sure(await answer(maja, draftId, proposalId, 'accepted'));
    expect(await bodyNow(draftId)).toBe(body);
    expect(no(await agreement.settle(sara, { proposalId: same, heading: 'Bidrag', body, reason: '' }))).toEqual(['agreement.proposal-answered']);

    const gone = await proposed(draftId, 'Kommunen', 'Staden');
    const { id, version } = await clause(draftId);
    sure(await answer(sara, draftId, sure(await agreement.propose(maja, { draftId, change: { kind: 'remove', clauseId: id, version }, reason: '' })).proposalId, 'accepted'));
    expect(no(await answer(maja, draftId, gone, 'accepted'))).toEqual(['agreement.proposal-overtaken']);
  });

  test('is not made, answered or changed by whoever asks the database itself', async () => {
    const draftId = await draft();
    const proposalId = await proposed(draftId, '200 000', '300 000');
    const answered = (context: Context, verdict: string, organisation: string) =>
      inTransaction(context, (inside) => sql`insert into agreement.answer values (${proposalId}, ${verdict}, 'x', ${organisation}, now(), 'x', ${context.actor.kind === 'person' ? context.actor.id : null})`.execute(inside.database));
    await expect(answered(sara, 'accepted', lyktan)).rejects.toThrow(/row-level security/);
    await expect(answered(ali, 'accepted', granby)).rejects.toThrow(/row-level security/);
    await expect(answered(maja, 'withdrawn', granby)).rejects.toThrow(/row-level security/);
    await expect(answered(stranger, 'accepted', granby)).rejects.toThrow(/row-level security/);
    await expect(sql`update agreement.proposal set reason = 'annat'`.execute(sara.database)).rejects.toThrow(/permission denied/);
    await expect(sql`delete from agreement.answer`.execute(house.database)).rejects.toThrow(/permission denied/);
  });

  test('is refused to one whose role was taken away while the form was open', async () => {
    const draftId = await draft();
    const proposalId = await proposed(draftId, '200 000', '300 000');
    const leaving = await as('Per Quist', { role: 'coordinator', organisation: 'Granby kommun' });
    const mark = await markOf(draftId, proposalId);
    if (leaving.actor.kind !== 'person') throw new Error('nobody');
    await endAssignment(house, leaving.actor.assignments[0].id);
    const after = contextFor(house, { ...leaving.actor, assignments: [] });
    for (const context of [after, leaving]) expect(no(await agreement.answerProposal(context, { proposalId, verdict: 'accepted', seen: mark }))).toEqual(['agreement.proposal-not-found']);
    expect((await seen(draftId)).proposals[0].answer).toBeNull();
  });
});

describe('a comment', () => {
  test('to both sides is answered by the other; an internal note is never seen by them: not in the page, not by SQL, not by the house, not in the journal', async () => {
    const draftId = await draft();
    const { id } = await clause(draftId);
    sure(await agreement.comment(sara, { draftId, clauseId: id, text: 'Räcker pengarna?' }));
    const [question] = (await seen(draftId)).comments;
    sure(await agreement.comment(maja, { draftId, clauseId: null, answers: question.id, text: 'Ja.' }));
    sure(await agreement.comment(maja, { draftId, clauseId: id, internal: true, text: 'Vi kan gå till 300 000.' }));
    const note = (await seen(draftId)).comments[2];
    sure(await agreement.comment(maja, { draftId, clauseId: null, answers: note.id, text: 'Nämnden sa 280 000.' }));

    expect((await seen(draftId)).comments).toMatchObject([{ internal: false }, { internal: false, answers: question.id, clauseId: id }, { internal: true }, { internal: true, answers: note.id }]);
    expect((await seen(draftId, sara)).comments.map(({ text }) => text)).toEqual(['Räcker pengarna?', 'Ja.']);
    expect(JSON.stringify(await seen(draftId, sara))).not.toMatch(/300 000|280 000/);
    expect(no(await agreement.comment(sara, { draftId, clauseId: null, answers: note.id, text: 'Jaså?' }))).toEqual(['agreement.comment-not-found']);
    const notes = async (context: Context) => inTransaction(context, async (inside) => (await sql`select 1 from agreement.comment where internal and draft_id = ${draftId}`.execute(inside.database)).rows.length);
    expect([await notes(maja), await notes(sara), await notes(house), await notes(stranger)]).toEqual([2, 0, 0, 0]);
    const { draft: { agreementId } } = await seen(draftId);
    expect((await journal(agreementId)).filter((what) => /comment|note/.test(what))).toEqual(['agreement.comment-written', 'agreement.comment-written']);
    expect((await journal(null)).slice(-2)).toEqual(['agreement.note-written', 'agreement.note-written']);
    const lines = await sql<{ facts: string }>`select facts::text from platform.journal where agreement_id = ${agreementId}`.execute(house.database);
    expect(JSON.stringify(lines.rows)).not.toContain(note.id);
    expect(no(await agreement.comment(outreachWorker, { draftId, clauseId: id, text: 'Hej' }))).toEqual(['access.not-allowed']);
    expect(no(await agreement.comment(sara, { draftId, clauseId: id, text: ' ' }))).toEqual(['agreement.comment-is-empty']);
    expect(no(await agreement.comment(sara, { draftId, clauseId: id, text: 'Ring 070-174 06 70' }))).toEqual(['people.free-text-has-phone-number']);
  });
});

describe('versions and approvals', () => {
  test('a version is what was said then, with a hash that anybody can take again, and compares with any other', async () => {
    const draftId = await draft();
    const first = sure(await agreement.nameVersion(maja, { draftId, name: ' Till  styrelsen ' }));
    expect(first).toMatchObject({ number: 1, name: 'Till styrelsen', shared: true });
    expect(no(await agreement.nameVersion(sara, { draftId, name: 'Samma' }))).toEqual(['agreement.version-says-the-same']);
    expect(no(await agreement.nameVersion(maja, { draftId, name: ' ' }))).toEqual(['agreement.version-name']);
    sure(await answer(maja, draftId, await proposed(draftId, '200 000', '300 000'), 'accepted'));
    sure(await agreement.nameVersion(sara, { draftId, name: 'Efter mötet' }));
    const { versions, isCurrent } = sure(await agreement.draftVersions(sara, draftId));
    expect([isCurrent, ...versions.map(({ number }) => number)]).toEqual([true, 2, 1]);
    expect(createHash('sha256').update(canonicalize(versions[1].content)!).digest('hex')).toBe(first.sha256);
    for (const b of ['2', 'now']) {
      const { comparison, from } = sure(await agreement.comparedVersions(sara, { draftId, a: '1', b }));
      expect([from.version?.name, comparison.counts]).toEqual(['Till styrelsen', { added: 1, removed: 1, moved: 0, values: 0 }]);
    }
    expect(no(await agreement.comparedVersions(sara, { draftId, a: '1', b: '9' }))).toEqual(['agreement.version-not-found']);
    await expect(sql`update agreement.draft_version set name = 'annat'`.execute(maja.database)).rejects.toThrow(/permission denied/);
  });

  test('each side asks for its own approvals, and nothing goes out for signature before they are recorded and nothing is open', async () => {
    const sections = CONTENT.clauses.map((one, at) => (at === 2 ? { ...one, body: `${one.body} Nästa möte är den {nasta-mote}.` } : one));
    const draftId = await draft({ content: { ...CONTENT, clauses: sections, fields: [{ slug: 'nasta-mote', kind: 'date', fact: null, value: null }] } });
    sure(await agreement.requireApproval(maja, { organisationId: granby, step: 'board', body: 'Kommunstyrelsen' }));
    sure(await agreement.requireApproval(sara, { organisationId: lyktan, step: 'unit-manager', body: 'Ordföranden' }));
    expect(no(await agreement.requireApproval(maja, { organisationId: granby, step: 'board', body: 'Kommunstyrelsen' }))).toEqual(['agreement.approval-required-already']);
    expect(no(await agreement.requireApproval(maja, { organisationId: lyktan, step: 'board', body: 'Styrelsen' }))).toEqual(['access.not-allowed']);
    const open = await proposed(draftId, '200 000', '300 000');
    const notYet = await agreement.freezeForSignature(maja, draftId);
    expect(no(notYet)).toEqual(['agreement.proposal-still-open', 'agreement.field-still-empty', 'agreement.approval-missing', 'agreement.approval-missing']);
    expect(notYet).toMatchObject({ refusals: [{ facts: { count: 1 } }, { facts: { field: 'nasta-mote' } }, { facts: { body: 'Kommunstyrelsen' } }, {}] });

    sure(await answer(maja, draftId, open, 'accepted'));
    const { draft: { version } } = await seen(draftId);
    sure(await answer(maja, draftId, sure(await agreement.propose(sara, { draftId, change: { kind: 'fields', version, fields: { 'nasta-mote': '2027-03-01' } }, reason: '' })).proposalId, 'accepted'));
    const old = sure(await agreement.nameVersion(maja, { draftId, name: 'Före' }));
    sure(await answer(maja, draftId, await proposed(draftId, 'om året', 'per år'), 'accepted'));
    const step = async (context: Context, at: string) => sure(await agreement.approvalsOfDraft(context, draftId)).sides.find(({ organisation }) => organisation.id === at)!.steps[0].id;
    const [board, chair] = [await step(maja, granby), await step(sara, lyktan)];
    const record = (context: Context, stepId: string, versionId: string, more: object = {}) => agreement.recordApproval(context, { draftId, versionId, stepId, decidedOn: '2026-11-20', paragraph: '§ 114', ...more });
    expect(no(await record(maja, board, old.id))).toEqual(['agreement.version-overtaken']);
    const { id: versionId, sha256 } = sure(await agreement.nameVersion(maja, { draftId, name: 'Slutlig' }));
    expect(no(await record(sara, board, versionId))).toEqual(['access.not-allowed']);
    expect(no(await record(maja, board, versionId, { paragraph: '' }))).toEqual(['agreement.paragraph-missing']);
    expect(no(await record(maja, board, versionId, { decidedOn: '2027-01-01' }))).toEqual(['agreement.decided-in-the-future']);
    expect(no(await record(maja, board, versionId, { decidedOn: 'i går' }))).toEqual(['agreement.decided-when']);
    sure(await record(maja, board, versionId));
    expect(no(await record(maja, board, versionId))).toEqual(['agreement.approved-already']);
    // Typed wrongly it is taken back, by its own side alone, and recorded anew of the same version; what it said is kept.
    expect(no(await agreement.takeBackApproval(sara, { draftId, versionId, stepId: board }))).toEqual(['agreement.approval-not-there']);
    sure(await agreement.takeBackApproval(maja, { draftId, versionId, stepId: board }));
    expect(no(await agreement.takeBackApproval(maja, { draftId, versionId, stepId: board }))).toEqual(['agreement.approval-not-there']);
    expect([await rowsSeen(sara, 'agreement.approval'), await rowsSeen(sara, 'agreement.approval_correction'), await rowsSeen(stranger, 'agreement.approval_correction')]).toEqual([1, 1, 0]);
    expect(sure(await agreement.approvalsOfDraft(sara, draftId)).left.map(({ code }) => code)).toEqual(['agreement.approval-missing', 'agreement.approval-missing']);
    sure(await record(maja, board, versionId, { paragraph: '§ 141' }));
    expect((await journal((await seen(draftId)).draft.agreementId)).slice(-3)).toEqual(['agreement.approval-recorded', 'agreement.approval-taken-back', 'agreement.approval-recorded']);
    expect(no(await agreement.freezeForSignature(maja, draftId))).toEqual(['agreement.approval-missing']);
    sure(await record(sara, chair, versionId, { paragraph: '' }));

    const frozen = sure(await agreement.freezeForSignature(maja, draftId));
    expect(frozen).toMatchObject({ versionId, sha256, kind: 'agreement', number: 2, content: { title: CONTENT.title } });
    expect(no(await agreement.freezeForSignature(maja, draftId))).toEqual(['agreement.out-for-signature']);
    expect(no(await agreement.propose(sara, { draftId, change: { kind: 'title', version: 1, title: 'Nytt' }, reason: '' }))).toEqual(['agreement.out-for-signature']);
    expect(no(await agreement.releaseFromSignature(stranger, draftId))).toEqual(['agreement.draft-not-found']);
    sure(await agreement.releaseFromSignature(house, draftId));
    expect(no(await agreement.releaseFromSignature(maja, draftId))).toEqual(['agreement.not-out-for-signature']);
    sure(await agreement.noLongerRequire(maja, { organisationId: granby, stepId: board }));
    sure(await agreement.noLongerRequire(maja, { organisationId: granby, stepId: board }));
    expect(no(await agreement.noLongerRequire(maja, { organisationId: granby, stepId: chair }))).toEqual(['agreement.approval-step-not-found']);
    expect((await journal((await seen(draftId)).draft.agreementId)).slice(-4)).toEqual(['agreement.approval-recorded', 'agreement.approval-recorded', 'agreement.draft-frozen', 'agreement.draft-released']);
    expect(await rowsSeen(stranger, 'agreement.approval_step')).toBe(0);
  });
});

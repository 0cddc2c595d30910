import { expect, test } from 'vitest';
import { answerProposal, beginAssessment, connectAssessment, negotiationOf, propose, readAgreementDraft, readAssessment } from '#partnership/agreement';
import { addPerson, protectPerson } from '#partnership/people';
import { sure } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import { sharedDraft } from '../../../tests/support/signings.ts';
import { GRANBY, LYKTAN, organisationIdOf, twoSides } from '../../../tests/support/two-sides.ts';
import { load as assessmentPage } from '../assessments/[assessment]/+page.server.ts';
import { load as draftPage } from './[draft]/+page.server.ts';
import { load as clausePage } from './[draft]/negotiation/[clause]/+page.server.ts';

const { maja, outreachWorker, sara, stranger } = await twoSides();
const organisations = [{ id: organisationIdOf(maja), name: GRANBY }, { id: organisationIdOf(sara), name: LYKTAN }];
const shown = async <Data>(page: (event: never) => unknown, context: Context, params: Record<string, string>): Promise<Data> => (await page({ locals: { context }, params, url: new URL('http://localhost/') } as never)) as Data;

test('the way to signing is shown to those who may prepare it, on both sides, and to nobody else', async () => {
  const draft = await sharedDraft(maja, organisations);
  const maySign = async (context: Context) => (await shown<{ draft: { maySign: boolean } }>(draftPage, context, { draft })).draft.maySign;
  expect([await maySign(maja), await maySign(sara), await maySign(outreachWorker)]).toEqual([true, true, false]);
});

test('an assessment can be connected to a draft that is being written, and another’s drafts are not among the choices', async () => {
  const draft = await sharedDraft(maja, organisations);
  const { agreementId } = sure(await readAgreementDraft(maja, draft));
  const plan = { title: 'Läxhjälp', description: '', recipient: LYKTAN, orgNumber: '', plannedOre: null, plannedRate: null, plannedRateOn: '' };
  const choices = async (context: Context) => {
    const { assessmentId } = sure(await beginAssessment(context, plan));
    return { assessmentId, choices: (await shown<{ agreements: { id: string; isDraft: boolean }[] }>(assessmentPage, context, { assessment: assessmentId })).agreements };
  };
  const ours = await choices(maja);
  expect(ours.choices).toContainEqual({ id: agreementId, title: 'Läxhjälp på Öster', isDraft: true });
  expect((await choices(stranger)).choices).toEqual([]);
  sure(await connectAssessment(maja, { assessmentId: ours.assessmentId, agreementId }));
  expect(sure(await readAssessment(maja, ours.assessmentId)).assessment).toMatchObject({ agreementId });
});

test('a clause with a protected name in it is shown without, and its text cannot be proposed anew; others can', async () => {
  const draft = await sharedDraft(maja, organisations);
  const { clauses } = sure(await readAgreementDraft(maja, draft));
  const [its, another] = ['Tvister', 'Bilagor'].map((heading) => clauses.find((clause) => clause.heading === heading)!);
  const { proposalId } = sure(await propose(sara, { draftId: draft, change: { kind: 'change', clauseId: its.id, version: its.version, heading: its.heading, body: 'Mona Ekdahl medlar.' }, reason: '' }));
  const { mark } = sure(await negotiationOf(maja, draft)).proposals.find(({ id }) => id === proposalId)!;
  sure(await answerProposal(maja, { proposalId, verdict: 'accepted', reason: '', seen: mark }));
  const page = (clause: string) => shown<{ isVeiled: boolean }>(clausePage, maja, { draft, clause });
  expect(await page(its.id)).toMatchObject({ isVeiled: false, clause: { raw: { body: 'Mona Ekdahl medlar.' } } });
  const { personId } = sure(await addPerson(maja, { organisationId: organisations[0].id, name: 'Mona Ekdahl', email: '', phone: '', birthYear: '' }));
  sure(await protectPerson(maja, { personId, isProtected: true }));
  // Also for the other side, which may not know that there is such a person.
  for (const context of [sara, maja]) {
    const veiled = await shown<{ isVeiled: boolean }>(clausePage, context, { draft, clause: its.id });
    expect(veiled.isVeiled).toBe(true);
    expect(JSON.stringify(veiled)).not.toContain('Mona');
  }
  expect((await page(another.id)).isVeiled).toBe(false);
});

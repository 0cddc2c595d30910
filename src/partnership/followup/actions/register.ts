import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { organisationsNamed } from '#partnership/people';
import { caseNumberSchema, seriesSchema } from '../model.ts';
import { mayMakeSubmissions, maySetSeries, mayWriteFor } from '../policy.ts';
import { isStillToBeDrawn } from '../rules.ts';
import * as store from '../store.server.ts';

/**
 * Puts what has been handed in into a public party's register under a number that a registrar has typed, once.
 * @lagrum Offentlighets- och sekretesslagen (2009:400) 5 kap. 1 §
 */
export async function registerSubmission(context: Context, { submissionId, organisationId, caseNumber }: { submissionId: string; organisationId: string; caseNumber: string }): Promise<Outcome<{ agreementId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const submission = await store.findSubmission(context, submissionId);
  if (!submission) return refuse('not-found', 'followup.not-found');
  const { agreementId } = submission;
  const asked = await ask(context, mayMakeSubmissions, agreementId);
  if (!asked.ok) return asked;
  if (!asked.value.organisationIds.includes(organisationId) || !mayWriteFor(context.actor, asked.value, organisationId)) return refuse('forbidden', 'access.not-allowed');
  const [organisation] = await organisationsNamed(context, [organisationId]);
  if (organisation?.sector !== 'public') return refuse('conflict', 'followup.only-public-parties', { path: 'caseNumber' });
  const typed = caseNumberSchema.safeParse(caseNumber);
  if (!typed.success) return refuse('invalid', 'followup.case-number-missing', { path: 'caseNumber' });
  return inTransaction(context, async (inside) => {
    await store.holdSeries(inside, organisationId);
    const series = await store.seriesOf(inside, organisationId);
    if (series && isStillToBeDrawn(typed.data, series)) return refuse('conflict', 'followup.number-still-to-be-drawn', { path: 'caseNumber' });
    const first = await store.insertRegistration(inside, { submissionId, organisationId, caseNumber: typed.data });
    if (!first) return refuse('conflict', 'followup.registered-already', { path: 'caseNumber' });
    await witness(inside, { what: 'followup.registered', agreementId, facts: { submissionId, organisationId, caseNumber: typed.data } });
    return done({ agreementId });
  });
}

/** Says from which series an organisation's case numbers are drawn from now on. A number that has been given is never given again. */
export async function setCaseSeries(context: Context, { organisationId, ...input }: { organisationId: string; prefix: string; next: string | number }): Promise<Outcome<null>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!maySetSeries(context.actor, organisationId)) return refuse('forbidden', 'access.not-allowed');
  const [organisation] = await organisationsNamed(context, [organisationId]);
  if (organisation?.sector !== 'public') return refuse('conflict', 'followup.only-public-parties', { path: 'prefix' });
  const typed = seriesSchema.safeParse(input);
  if (!typed.success) {
    const path = String(typed.error.issues[0].path[0]);
    return refuse('invalid', path === 'next' ? 'followup.next-number-not-understood' : 'followup.prefix-not-understood', { path });
  }
  const { prefix, next } = typed.data;
  const year = Number(context.clock.today().slice(0, 4));
  return inTransaction(context, async (inside) => {
    await store.holdSeries(inside, organisationId);
    const least = (await store.highestDrawn(inside, organisationId, { prefix, year })) + 1;
    if (next < least) return refuse('conflict', 'followup.number-given-already', { path: 'next', facts: { least } });
    await store.writeSeries(inside, { organisationId, prefix, year, next });
    await witness(inside, { what: 'followup.series-set', agreementId: null, facts: { organisationId, prefix, year, next } });
    return done(null);
  });
}

import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, type Refusal, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { assessesFor, mayDraftAgreement } from '../../policy.ts';
import { NEWEST_VERSION } from '../common-criteria.ts';
import { type Answer, type Assessment, answerSchema, LIMITS, type Plan, planSchema } from '../model.ts';
import { askOwnAssessment, noSuchAssessment } from '../own.ts';
import { criteriaOf } from '../queries.ts';
import * as store from '../store.server.ts';

/** What is typed about a plan: money as numbers already, undefined where it could not be understood. */
export type TypedPlan = { [Key in keyof Plan]: Plan[Key] extends string | null ? string : number | null | undefined } & { lookedAt?: string[] };

/** Begins an assessment for the organisation that the actor drafts for, with the newest criteria. */
export async function beginAssessment(context: Context, typed: TypedPlan): Promise<Outcome<{ assessmentId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const organisation = assessesFor(context.actor);
  if (!organisation) return refuse('forbidden', 'access.not-allowed');
  const plan = wellFormed(typed);
  if (!plan.ok) return plan;
  return inTransaction(context, async (inside) => {
    const own = await store.newestSetOf(inside, organisation.id);
    const assessmentId = await store.insertAssessment(inside, { ...plan.value.plan, organisationId: organisation.id, commonVersion: NEWEST_VERSION, ownSetId: own?.id ?? null });
    await witness(inside, { what: 'agreement.assessment-begun', agreementId: null, facts: { assessmentId, organisationId: organisation.id, ...plan.value.kept } });
    return done({ assessmentId });
  });
}

/** Changes what is planned, as long as the assessment has not been completed. */
export async function describePlan(context: Context, { assessmentId, ...typed }: TypedPlan & { assessmentId: string }): Promise<Outcome<null>> {
  return onOpen(context, assessmentId, async (inside) => {
    const plan = wellFormed(typed);
    if (!plan.ok) return plan;
    await store.writePlan(inside, assessmentId, plan.value.plan);
    await witness(inside, { what: 'agreement.assessment-described', agreementId: null, facts: { assessmentId, ...plan.value.kept } });
    return done(null);
  });
}

/** Answers, each with its reason. Those that say what they said before are not given again. */
export async function answerCriteria(context: Context, { assessmentId, answers, lookedAt }: { assessmentId: string; answers: { criterion: string; said: string; reason: string }[]; lookedAt?: string[] }): Promise<Outcome<null>> {
  return onOpen(context, assessmentId, async (inside, assessment) => {
    const known = new Set((await criteriaOf(inside, assessment)).map(({ id }) => id));
    const typed = answers.filter(({ criterion, said, reason }) => known.has(criterion) && (said !== '' || reason.trim() !== ''));
    const parsed = typed.map(({ criterion, ...answer }) => ({ criterion, result: answerSchema.safeParse(answer) }));
    const wrong = parsed.filter(({ result }) => !result.success);
    if (wrong.length > 0) return { ok: false, refusals: wrong.map(({ criterion }) => ({ kind: 'invalid', code: 'agreement.answer-incomplete', path: `said-${criterion}` })) };
    const looked = lookAgain({ texts: Object.fromEntries(parsed.map(({ criterion, result }) => [`reason-${criterion}`, result.data?.reason])), lookedAt, known: [assessment.recipient] });
    if (!looked.ok) return looked;
    const before = new Map((await store.answersTo(inside, [assessmentId])).map((answer) => [answer.criterion, answer]));
    const given = parsed.flatMap(({ criterion, result }) => (result.data && !saysTheSame(before.get(criterion), result.data) ? [{ criterion, ...result.data }] : []));
    if (given.length === 0) return done(null);
    await store.insertAnswers(inside, assessmentId, given);
    await witness(inside, { what: 'agreement.assessment-answered', agreementId: null, facts: { assessmentId, criteria: given.map(({ criterion }) => criterion), ...looked.value } });
    return done(null);
  });
}

/** Ties the assessment to the partnership or draft it came to concern, or with null to none. */
export async function connectAssessment(context: Context, { assessmentId, agreementId }: { assessmentId: string; agreementId: string | null }): Promise<Outcome<null>> {
  const own = await askOwnAssessment(context, assessmentId);
  if (!own.ok) return own;
  if (agreementId !== null) {
    const asked = await ask(context, mayDraftAgreement, agreementId);
    if (!asked.ok) return asked;
  }
  return inTransaction(context, async (inside) => {
    await store.writeConnection(inside, assessmentId, agreementId);
    await witness(inside, { what: 'agreement.assessment-connected', agreementId: null, facts: { assessmentId, partnership: agreementId } });
    return done(null);
  });
}

/** Calls the assessment finished: it stays as it is from then on, with what is open in it. Something must have been answered. */
export async function completeAssessment(context: Context, { assessmentId }: { assessmentId: string }): Promise<Outcome<null>> {
  return onOpen(context, assessmentId, async (inside) => {
    const answers = await store.answersTo(inside, [assessmentId]);
    if (answers.length === 0) return refuse('conflict', 'agreement.assessment-unanswered');
    await store.writeCompletion(inside, assessmentId);
    await witness(inside, { what: 'agreement.assessment-completed', agreementId: null, facts: { assessmentId, answered: new Set(answers.map(({ criterion }) => criterion)).size } });
    return done(null);
  });
}

/** Does the work on one's own assessment while nobody else changes it, unless it has been completed. */
async function onOpen(context: Context, assessmentId: string, work: (inside: Context, assessment: Assessment) => Promise<Outcome<null>>): Promise<Outcome<null>> {
  const own = await askOwnAssessment(context, assessmentId);
  if (!own.ok) return own;
  return inTransaction(context, async (inside) => {
    const assessment = await store.holdAssessment(inside, assessmentId);
    if (!assessment) return noSuchAssessment();
    return assessment.completion ? refuse('conflict', 'agreement.assessment-is-completed') : work(inside, assessment);
  });
}

function wellFormed({ lookedAt, ...typed }: TypedPlan): Outcome<{ plan: Plan; kept: object }> {
  const parsed = planSchema.safeParse(typed);
  if (!parsed.success) return { ok: false, refusals: [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))].map((path) => ({ ...(REFUSALS[path] ?? REFUSALS.title!), path })) };
  const looked = lookAgain({ texts: { description: parsed.data.description }, lookedAt, known: [parsed.data.recipient] });
  return looked.ok ? done({ plan: parsed.data, kept: looked.value }) : looked;
}

const AMOUNT: Refusal = { kind: 'invalid', code: 'agreement.amount-not-understood' };
const RATE: Refusal = { kind: 'invalid', code: 'agreement.rate-not-understood' };
const REFUSALS: Record<string, Refusal> = {
  title: { kind: 'invalid', code: 'agreement.assessment-untitled' },
  description: { kind: 'invalid', code: 'agreement.description-too-long', facts: { most: LIMITS.description } },
  recipient: { kind: 'invalid', code: 'agreement.recipient-too-long', facts: { most: LIMITS.title } },
  orgNumber: { kind: 'invalid', code: 'agreement.org-number-not-understood' },
  plannedOre: AMOUNT,
  plannedRate: RATE,
  plannedRateOn: RATE,
};

const saysTheSame = (before: Answer | undefined, now: Pick<Answer, 'said' | 'reason'>): boolean => before?.said === now.said && before.reason === now.reason;

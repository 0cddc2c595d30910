import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { maySetApprovalPath, mayNegotiate } from '../../policy.ts';
import { takeSharedSeat } from '../at-the-table.ts';
import { approvalSchema, NEGOTIATION_LIMITS, stepSchema } from '../model.ts';
import { hashOfContent } from '../sealed.ts';
import * as store from '../store.server.ts';

/** Records that a step of one's own side has said yes to the version that says what the draft says now: when, and in which paragraph. */
export const recordApproval = (context: Context, { draftId, versionId, stepId, ...typed }: { draftId: string; versionId: string; stepId: string; decidedOn: string; paragraph: string }): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const seat = await takeSharedSeat(inside, mayNegotiate, draftId);
    if (!seat.ok) return seat;
    const { draft, sides, place } = seat.value;
    const step = (await store.stepsOf(inside, place.organisationIds)).find(({ id }) => id === stepId);
    if (!step) return refuse('not-found', 'agreement.approval-step-not-found');
    if (!sides.some(({ id }) => id === step.organisationId)) return refuse('forbidden', 'access.not-allowed');
    const [version] = (await store.versionsOf(inside, draftId)).filter(({ shared }) => shared);
    if (version?.id !== versionId || version.sha256 !== hashOfContent(draft)) return refuse('conflict', 'agreement.version-overtaken');
    const decision = approvalSchema.safeParse(typed);
    if (!decision.success) return { ok: false, refusals: [...new Set(decision.error.issues.map(({ path }) => path[0]))].map((path) => (path === 'decidedOn' ? NO_DAY : LONG_PARAGRAPH)) };
    if (decision.data.decidedOn > inside.clock.today()) return refuse('invalid', 'agreement.decided-in-the-future', { path: 'decidedOn' });
    if (step.step === 'board' && decision.data.paragraph === '') return refuse('invalid', 'agreement.paragraph-missing', { path: 'paragraph' });
    if (!(await store.insertApproval(inside, { versionId, stepId, organisationId: step.organisationId, ...decision.data }))) return refuse('conflict', 'agreement.approved-already');
    await witness(inside, { what: 'agreement.approval-recorded', agreementId: draft.agreementId, facts: { draftId, versionId, number: version.number, step: step.step, body: step.body, ...decision.data } });
    return done(null);
  });

const NO_DAY = { kind: 'invalid', code: 'agreement.decided-when', path: 'decidedOn' } as const;
const LONG_PARAGRAPH = { kind: 'invalid', code: 'agreement.paragraph-too-long', path: 'paragraph', facts: { most: NEGOTIATION_LIMITS.paragraph } } as const;

/** Takes back an approval of one's own side that was recorded wrongly, so that the right one can be recorded of the same version. What it said is kept. */
export const takeBackApproval = (context: Context, { draftId, versionId, stepId }: { draftId: string; versionId: string; stepId: string }): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const seat = await takeSharedSeat(inside, mayNegotiate, draftId);
    if (!seat.ok) return seat;
    const { draft, sides } = seat.value;
    const version = (await store.versionsOf(inside, draftId)).find(({ id }) => id === versionId);
    const taken = version && (await store.takeBackApproval(inside, { versionId, stepId, organisationIds: sides.map(({ id }) => id) }));
    if (!taken) return refuse('conflict', 'agreement.approval-not-there');
    await witness(inside, { what: 'agreement.approval-taken-back', agreementId: draft.agreementId, facts: { draftId, versionId, number: version.number, stepId } });
    return done(null);
  });

/** Says that an organisation asks for this approval before anybody signs for it. */
export async function requireApproval(context: Context, { organisationId, ...typed }: { organisationId: string; step: string; body: string }): Promise<Outcome<null>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!maySetApprovalPath(context.actor, organisationId)) return refuse('forbidden', 'access.not-allowed');
  const step = stepSchema.safeParse(typed);
  if (!step.success) return refuse('invalid', 'agreement.approval-step-not-understood', { path: 'body', facts: { most: NEGOTIATION_LIMITS.body } });
  return inTransaction(context, async (inside) => {
    if (!(await store.insertStep(inside, { organisationId, ...step.data }))) return refuse('conflict', 'agreement.approval-required-already', { path: 'body' });
    await witness(inside, { what: 'agreement.approval-required', agreementId: null, facts: { organisationId, ...step.data } });
    return done(null);
  });
}

/** Says that an organisation does not ask for it any more; said again it changes nothing. What has been approved stays recorded. */
export async function noLongerRequire(context: Context, { organisationId, stepId }: { organisationId: string; stepId: string }): Promise<Outcome<null>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!maySetApprovalPath(context.actor, organisationId)) return refuse('forbidden', 'access.not-allowed');
  return inTransaction(context, async (inside) => {
    if (!(await store.isStepOf(inside, organisationId, stepId))) return refuse('not-found', 'agreement.approval-step-not-found');
    if (!(await store.endStep(inside, organisationId, stepId))) return done(null);
    await witness(inside, { what: 'agreement.approval-no-longer-required', agreementId: null, facts: { organisationId, stepId } });
    return done(null);
  });
}

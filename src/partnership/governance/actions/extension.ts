import type { z } from 'zod';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { dutiesOfPartnership } from '#partnership/commitments';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { outcomeSchema, stepOwnerSchema, stepSchema } from '../model.ts';
import { maySetCourse } from '../policy.ts';
import { runningAgreement } from '../running.ts';
import * as store from '../store/steps.server.ts';
import { wellFormed } from '../typed.ts';

interface Within {
  agreementId: string;
  lookedAt?: string[];
}

/** Sets a step towards what comes after the agreement, where the agreement has none. */
export async function addStep(context: Context, { agreementId, lookedAt, ...typed }: Within & z.input<typeof stepSchema>): Promise<Outcome<{ agreementId: string; stepId: string }>> {
  const asked = await ask(context, maySetCourse, agreementId);
  if (!asked.ok) return asked;
  const agreement = await runningAgreement(context, agreementId);
  if (!agreement.ok) return agreement;
  const shaped = wellFormed(stepSchema, typed);
  if (!shaped.ok) return shaped;
  const looked = lookAgain({ texts: { what: shaped.value.what }, lookedAt, known: agreement.value.partyNames });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    const stepId = await store.insertStep(inside, agreementId, shaped.value);
    await witness(inside, { what: 'governance.step-added', agreementId, facts: { stepId, date: shaped.value.date, ...looked.value } });
    return done({ agreementId, stepId });
  });
}

/** Takes away a step that people have set. */
export async function removeStep(context: Context, { agreementId, stepId }: { agreementId: string; stepId: string }): Promise<Outcome<{ agreementId: string }>> {
  const asked = await ask(context, maySetCourse, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    if (!(await store.removeStep(inside, agreementId, stepId))) return refuse('conflict', 'governance.step-not-found');
    await witness(inside, { what: 'governance.step-removed', agreementId, facts: { stepId } });
    return done({ agreementId });
  });
}

/** Says who has a step, of the agreement's or of those that people have set: which party, and who of it. */
export async function ownStep(context: Context, { agreementId, step, ...typed }: { agreementId: string; step: string } & z.input<typeof stepOwnerSchema>): Promise<Outcome<{ agreementId: string }>> {
  const asked = await ask(context, maySetCourse, agreementId);
  if (!asked.ok) return asked;
  const shaped = wellFormed(stepOwnerSchema, typed);
  if (!shaped.ok) return shaped;
  if (!asked.value.organisationIds.includes(shaped.value.organisationId)) return refuse('invalid', 'governance.party-unknown', { path: 'organisationId' });
  const plan = await dutiesOfPartnership(context, agreementId);
  if (!plan.ok) return plan;
  if (!plan.value.duties.some(({ duty }) => duty.kind === 'extension' && duty.key === step)) return refuse('conflict', 'governance.step-not-found');
  return inTransaction(context, async (inside) => {
    if (!(await store.writeOwner(inside, agreementId, { step, ...shaped.value }))) return refuse('conflict', 'governance.owner-named-meanwhile');
    await witness(inside, { what: 'governance.step-owned', agreementId, facts: { step, organisationId: shaped.value.organisationId } });
    return done({ agreementId });
  });
}

/** Keeps what was decided to come after the agreement, and by whom. */
export async function recordOutcome(context: Context, { agreementId, lookedAt, ...typed }: Within & z.input<typeof outcomeSchema>): Promise<Outcome<{ agreementId: string }>> {
  const asked = await ask(context, maySetCourse, agreementId);
  if (!asked.ok) return asked;
  const agreement = await runningAgreement(context, agreementId);
  if (!agreement.ok) return agreement;
  const shaped = wellFormed(outcomeSchema, typed);
  if (!shaped.ok) return shaped;
  const { outcome, decidedOn, decidedBy } = shaped.value;
  if (decidedOn > context.clock.today()) return refuse('invalid', 'governance.decided-in-the-future', { path: 'decidedOn' });
  const looked = lookAgain({ texts: { decidedBy }, lookedAt, known: agreement.value.partyNames });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    if (!(await store.insertOutcome(inside, agreementId, { forEnd: agreement.value.end, outcome, decidedOn, decidedBy }))) return refuse('conflict', 'governance.decided-already');
    await witness(inside, { what: 'governance.extension-decided', agreementId, facts: { outcome, decidedOn, ...looked.value } });
    return done({ agreementId });
  });
}

/** Takes back what was recorded of a decision. */
export async function undoOutcome(context: Context, { agreementId }: { agreementId: string }): Promise<Outcome<{ agreementId: string }>> {
  const asked = await ask(context, maySetCourse, agreementId);
  if (!asked.ok) return asked;
  const agreement = await runningAgreement(context, agreementId);
  if (!agreement.ok) return agreement;
  return inTransaction(context, async (inside) => {
    if (!(await store.undoOutcome(inside, agreementId, agreement.value.end))) return refuse('conflict', 'governance.not-decided');
    await witness(inside, { what: 'governance.extension-undecided', agreementId });
    return done({ agreementId });
  });
}

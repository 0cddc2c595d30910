import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { dutiesOfPartnership } from '#partnership/commitments';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { archivingSchema, type Succession } from '../model.ts';
import { maySetCourse } from '../policy.ts';
import { stillOwed } from '../rules/owed.ts';
import * as store from '../store/closing.server.ts';
import { wellFormed } from '../typed.ts';

/** Keeps that a person has seen that nothing is owed any more. Refused before the end, and while a payment or a report is neither done nor cancelled. */
export async function settle(context: Context, { agreementId }: { agreementId: string }): Promise<Outcome<{ agreementId: string }>> {
  const asked = await ask(context, maySetCourse, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    const plan = await dutiesOfPartnership(inside, agreementId);
    if (!plan.ok) return plan;
    const today = inside.clock.today();
    const { end } = plan.value.term;
    if (end === null || end >= today) return refuse('conflict', 'governance.not-ended');
    const owed = stillOwed(plan.value.duties).length;
    if (owed > 0) return refuse('conflict', 'governance.still-owed', { facts: { count: owed } });
    if (!(await store.insertSettlement(inside, agreementId, today))) return refuse('conflict', 'governance.settled-already');
    await witness(inside, { what: 'governance.settled', agreementId, facts: { settledOn: today } });
    return done({ agreementId });
  });
}

/** Keeps that the papers of a settled agreement have been put away, and where. */
export async function archive(context: Context, { agreementId, lookedAt, ...typed }: { agreementId: string; place: string; lookedAt?: string[] }): Promise<Outcome<{ agreementId: string }>> {
  const asked = await ask(context, maySetCourse, agreementId);
  if (!asked.ok) return asked;
  const shaped = wellFormed(archivingSchema, typed);
  if (!shaped.ok) return shaped;
  const looked = lookAgain({ texts: { place: shaped.value.place }, lookedAt });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    if (!(await store.closingsOf(inside, [agreementId])).has(agreementId)) return refuse('conflict', 'governance.not-settled');
    if (!(await store.insertArchiving(inside, agreementId, shaped.value.place))) return refuse('conflict', 'governance.archived-already');
    await witness(inside, { what: 'governance.archived', agreementId, facts: { ...looked.value } });
    return done({ agreementId });
  });
}

/** Takes back the last step of closing: the archiving where there is one, else the settlement. It stays recorded that it was taken. */
export async function reopen(context: Context, { agreementId }: { agreementId: string }): Promise<Outcome<{ agreementId: string }>> {
  const asked = await ask(context, maySetCourse, agreementId);
  if (!asked.ok) return asked;
  return inTransaction(context, async (inside) => {
    const what = (await store.undoArchiving(inside, agreementId)) ? 'governance.archiving-undone' : (await store.undoSettlement(inside, agreementId)) ? 'governance.settlement-undone' : null;
    if (!what) return refuse('conflict', 'governance.not-settled');
    await witness(inside, { what, agreementId });
    return done({ agreementId });
  });
}

/** Keeps which agreement takes over after which. The actor may change the one that takes over and see the one before. */
export async function recordSuccession(context: Context, { predecessorId, successorId }: Succession): Promise<Outcome<{ agreementId: string }>> {
  for (const agreementId of [predecessorId, successorId]) {
    const asked = await ask(context, maySetCourse, agreementId);
    if (!asked.ok) return asked;
  }
  if (predecessorId === successorId) return refuse('invalid', 'governance.succeeds-itself', { path: 'successorId' });
  return inTransaction(context, async (inside) => {
    if (!(await store.insertSuccession(inside, { predecessorId, successorId }))) return refuse('conflict', 'governance.succeeds-another');
    await witness(inside, { what: 'governance.succession-recorded', agreementId: successorId, facts: { predecessorId } });
    await witness(inside, { what: 'governance.succession-recorded', agreementId: predecessorId, facts: { successorId } });
    return done({ agreementId: successorId });
  });
}

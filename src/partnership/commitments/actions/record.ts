import type { z } from 'zod';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { JournalEvent } from '#platform/journal/events.ts';
import { cancellationSchema, completionSchema, placementSchema } from '../model.ts';
import { mayRecordDuties } from '../policy.ts';
import { refreshStandings } from '../standing.ts';
import * as store from '../store.server.ts';

type Recorded = Outcome<{ agreementId: string }>;

/** Keeps that a duty was done: which day, and what shows it. A day that has not come is refused, and so is doing it twice. */
export const completeDuty = (context: Context, { dutyId, ...input }: { dutyId: string } & z.input<typeof completionSchema>): Promise<Recorded> =>
  recordOn(context, dutyId, 'commitments.duty-completed', async (inside, duty) => {
    const parsed = completionSchema.safeParse(input);
    if (!parsed.success) return refuse('invalid', 'commitments.not-understood', { path: String(parsed.error.issues[0].path[0]) });
    const { doneOn, evidence, lookedAt } = parsed.data;
    if (doneOn > inside.clock.today()) return refuse('invalid', 'commitments.done-in-the-future', { path: 'doneOn' });
    if (duty.cancellation) return refuse('conflict', 'commitments.cancelled-already');
    const looked = lookAgain({ texts: { evidence }, lookedAt, known: await partiesOf(inside, duty) });
    if (!looked.ok) return looked;
    const first = await store.insertCompletion(inside, duty.id, { doneOn, evidence: evidence || null });
    return first ? done({ doneOn, ...looked.value }) : refuse('conflict', 'commitments.done-already');
  });

/** Takes back that a duty was done; that it was said so stays known. */
export const undoCompletion = (context: Context, { dutyId }: { dutyId: string }): Promise<Recorded> =>
  recordOn(context, dutyId, 'commitments.completion-undone', async (inside, duty) => ((await store.undo(inside, 'completion', duty.id)) ? done({}) : refuse('conflict', 'commitments.not-done')));

/** Chooses the day of a duty that was to be placed, or another day. It has to lie in the agreement's term. */
export const placeMeeting = (context: Context, { dutyId, ...input }: { dutyId: string } & z.input<typeof placementSchema>): Promise<Recorded> =>
  recordOn(context, dutyId, 'commitments.duty-placed', async (inside, duty) => {
    const parsed = placementSchema.safeParse(input);
    if (!parsed.success) return refuse('invalid', 'commitments.not-understood', { path: 'date' });
    const { timing } = duty.planned;
    if (timing.type !== 'within') return refuse('conflict', 'commitments.has-a-day');
    if (duty.completion) return refuse('conflict', 'commitments.done-already');
    if (duty.cancellation) return refuse('conflict', 'commitments.cancelled-already');
    const [plan] = await store.plansOf(inside, [duty.agreementId]);
    const [from, to] = [plan.term.start ?? timing.from, plan.term.end ?? timing.to];
    const { date } = parsed.data;
    if (date < from || date > to) return refuse('invalid', 'commitments.day-outside-window', { path: 'date', facts: { from, to } });
    await store.insertPlacement(inside, duty.id, date);
    return done({ date });
  });

/** Keeps that a duty no longer applies, and why. */
export const cancelDuty = (context: Context, { dutyId, ...input }: { dutyId: string } & z.input<typeof cancellationSchema>): Promise<Recorded> =>
  recordOn(context, dutyId, 'commitments.duty-cancelled', async (inside, duty) => {
    const parsed = cancellationSchema.safeParse(input);
    if (!parsed.success) return refuse('invalid', 'commitments.reason-missing', { path: 'reason' });
    if (duty.completion) return refuse('conflict', 'commitments.done-already');
    const { reason, lookedAt } = parsed.data;
    const looked = lookAgain({ texts: { reason }, lookedAt, known: await partiesOf(inside, duty) });
    if (!looked.ok) return looked;
    const first = await store.insertCancellation(inside, duty.id, reason);
    return first ? done(looked.value) : refuse('conflict', 'commitments.cancelled-already');
  });

/** Takes back that a duty was cancelled. */
export const undoCancellation = (context: Context, { dutyId }: { dutyId: string }): Promise<Recorded> =>
  recordOn(context, dutyId, 'commitments.cancellation-undone', async (inside, duty) =>
    (await store.undo(inside, 'cancellation', duty.id)) ? done({}) : refuse('conflict', 'commitments.not-cancelled'),
  );

/** The names that duties are shared between: no private persons. */
const partiesOf = async (context: Context, { agreementId }: store.StoredDuty): Promise<string[]> => (await store.plansOf(context, [agreementId])).flatMap(({ parties }) => parties);

/** Finds the duty and, where the record is made, writes how duties stand after it and the line in the journal. */
async function recordOn(
  context: Context,
  dutyId: string,
  what: JournalEvent,
  record: (inside: Context, duty: store.StoredDuty) => Promise<Outcome<Record<string, unknown>>>,
): Promise<Recorded> {
  if (context.actor.kind === 'nobody') return signInFirst();
  return inTransaction(context, async (inside) => {
    const found = await store.findDuty(inside, dutyId);
    if (!found) return refuse('not-found', 'commitments.not-found');
    const { agreementId } = found;
    const asked = await ask(inside, mayRecordDuties, agreementId);
    if (!asked.ok) return asked;
    await store.holdPlan(inside, agreementId);
    const outcome = await record(inside, (await store.findDuty(inside, dutyId)) ?? found);
    if (!outcome.ok) return outcome;
    await store.countChange(inside, found.id);
    await refreshStandings(inside, agreementId);
    await witness(inside, { what, agreementId, facts: { dutyId, key: found.planned.key, ...outcome.value } });
    return done({ agreementId });
  });
}

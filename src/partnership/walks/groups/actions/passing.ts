import type { z } from 'zod';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { findDuty } from '#partnership/commitments';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayCoordinate, mayPlanWalks } from '../../policy.ts';
import { groupLed } from '../asked.ts';
import { type PassedDuty, PASSING_SENTENCES, passingSchema } from '../model.ts';
import { refusedField } from '../refused-field.ts';
import { groupState } from '../rules/group-state.ts';
import { findGroup } from '../store/groups.server.ts';
import { coordinatorOf } from '../store/network.server.ts';
import * as store from '../store/passed.server.ts';

/**
 * Passes a duty of the agreement on to a group, with what it is to do and when. The duty stays the association's: that the
 * group has done its part is shown beside it, and says nothing of the duty itself.
 */
export const passDuty = (context: Context, { agreementId, lookedAt, ...input }: { agreementId: string; lookedAt?: string[] } & z.input<typeof passingSchema>): Promise<Outcome<{ passedId: string; groupId: string }>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    const coordinator = await coordinatorOf(inside, agreementId);
    if (!mayCoordinate(inside.actor, asked.value, coordinator?.id ?? null)) return refuse('conflict', 'walks.only-the-coordinating');
    const parsed = passingSchema.safeParse(input);
    if (!parsed.success) return refusedField(parsed.error, PASSING_SENTENCES);
    const { dutyId, groupId, what } = parsed.data;
    const looked = lookAgain({ texts: { what }, lookedAt });
    if (!looked.ok) return looked;
    const [duty, group] = [await findDuty(inside, dutyId), await findGroup(inside, groupId)];
    if (!duty.ok || duty.value.agreementId !== agreementId) return refuse('invalid', 'walks.choose-duty', { path: 'dutyId' });
    if (!isHeldBy(duty.value.duty.owner, coordinator?.name)) return refuse('invalid', 'walks.duty-is-anothers', { path: 'dutyId' });
    if (group?.agreementId !== agreementId || groupState(group) !== 'started') return refuse('invalid', 'walks.choose-group', { path: 'groupId' });
    const passedId = await store.insertPassed(inside, { agreementId, ...parsed.data });
    await witness(inside, { what: 'walks.duty-passed', agreementId, facts: { passedId, dutyId, groupId, ...looked.value } });
    return done({ passedId, groupId });
  });

/** Says that a group has done what was passed on to it. */
export const doPassedDuty = (context: Context, { passedId }: { passedId: string }): Promise<Outcome<PassedDuty>> =>
  inTransaction(context, async (inside) => {
    const passed = isId(passedId) ? await store.findPassed(inside, passedId) : null;
    if (!passed) return refuse('not-found', 'walks.passed-duty-not-found');
    const led = await groupLed(inside, passed.group.id);
    if (!led.ok) return led;
    if (!(await store.markDone(inside, passedId))) return refuse('conflict', 'walks.passed-duty-is-done');
    await witness(inside, { what: 'walks.passed-duty-done', agreementId: passed.agreementId, facts: { passedId } });
    return done(passed);
  });

/** Takes back what was passed on, before it has been done. */
export const takeBackDuty = (context: Context, { passedId }: { passedId: string }): Promise<Outcome<PassedDuty>> =>
  inTransaction(context, async (inside) => {
    const passed = isId(passedId) ? await store.findPassed(inside, passedId) : null;
    if (!passed) return refuse('not-found', 'walks.passed-duty-not-found');
    const asked = await ask(inside, mayPlanWalks, passed.agreementId);
    if (!asked.ok) return asked;
    if (!(await store.takeBack(inside, passedId))) return refuse('conflict', 'walks.passed-duty-is-done');
    await witness(inside, { what: 'walks.duty-taken-back', agreementId: passed.agreementId, facts: { passedId } });
    return done(passed);
  });

/** Whether a duty is this organisation's to pass on: its own, both parties', or nobody's in particular. */
const isHeldBy = (owner: string | null, name: string | undefined): boolean => owner === null || owner === 'both' || owner === name;

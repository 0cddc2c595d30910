import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayPlanWalks } from '../../policy.ts';
import * as store from '../store/planning.server.ts';

/** Says whether one area is walked each night and two are an exception. It holds for walks that are planned from now on. */
export const agreeOnAreas = (context: Context, { agreementId, oneAreaANight }: { agreementId: string; oneAreaANight: boolean }): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    await store.setOneAreaANight(inside, agreementId, oneAreaANight);
    await witness(inside, { what: 'walks.areas-agreed', agreementId, facts: { oneAreaANight } });
    return done(null);
  });

/** Says how many nights a group is to have beside the others', as parts: two to one. */
export const agreeOnWeight = (context: Context, { agreementId, groupId, weight }: { agreementId: string; groupId: string; weight: number }): Promise<Outcome<null>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    if (!Number.isInteger(weight) || weight < 0 || weight > 20) return refuse('invalid', 'walks.weight-not-understood', { path: 'weight' });
    if (!(await store.groupsInTurn(inside, agreementId)).some(({ id }) => id === groupId)) return refuse('not-found', 'walks.group-does-not-walk');
    await store.setWeight(inside, groupId, weight);
    await witness(inside, { what: 'walks.weight-agreed', agreementId, facts: { groupId, weight } });
    return done(null);
  });

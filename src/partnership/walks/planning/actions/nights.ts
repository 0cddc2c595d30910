import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayLeadWalks } from '../../policy.ts';
import { asKept } from '../../store/kept.server.ts';
import * as store from '../store/nights.server.ts';
import { walkFor } from '../walk-for.ts';

/** Takes a night that no group has, for a group that one leads. Of two who take it at once, one has it. */
export const takeNight = (context: Context, { walkId, groupId }: { walkId: string; groupId: string }): Promise<Outcome<{ walkId: string }>> =>
  asKept(() =>
    inTransaction(context, async (inside) => {
      const found = await walkFor(inside, mayLeadWalks, walkId);
      if (!found.ok) return found;
      if (!(await store.groupsLed(inside)).includes(groupId)) return refuse('conflict', 'walks.not-your-group');
      if (!(await store.takeNight(inside, walkId, groupId))) return refuse('conflict', 'walks.night-taken');
      await witness(inside, { what: 'walks.night-taken', agreementId: found.value.agreementId, facts: { walkId, groupId, night: found.value.night } });
      return done({ walkId });
    }),
  );

/** Gives a night back, so that another group can take it. */
export const giveBackNight = (context: Context, { walkId }: { walkId: string }): Promise<Outcome<{ walkId: string }>> =>
  inTransaction(context, async (inside) => {
    const found = await walkFor(inside, mayLeadWalks, walkId);
    if (!found.ok) return found;
    const { agreementId, group, night } = found.value;
    if (!group || !(await store.groupsLed(inside)).includes(group.id)) return refuse('conflict', 'walks.not-your-group');
    if (!(await store.giveBackNight(inside, walkId, group.id))) return refuse('conflict', 'walks.night-has-walkers');
    await witness(inside, { what: 'walks.night-given-back', agreementId, facts: { walkId, groupId: group.id, night } });
    return done({ walkId });
  });

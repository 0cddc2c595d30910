import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { groupState } from '../../groups/rules/group-state.ts';
import { coordinatorOf } from '../../groups/store/network.server.ts';
import { groupsIn } from '../../groups/store/groups.server.ts';
import type { Named } from '../../model.ts';
import { isTheHouse, mayLeadGroup, mayLeadWalks, maySeeWalks } from '../../policy.ts';
import type { KitItem } from '../model.ts';
import { isLate } from '../rules.ts';
import * as store from '../store.server.ts';

/** A partnership's kit: what there is and with which group, and with whom for those who lead it. */
export interface KitView {
  items: KitItem[];
  mayLead: boolean;
  /** The groups that the reader may lend to, with those who walk with each. */
  groups: (Named & { walkers: { personId: string; name: string | null }[] })[];
}

export async function kitOf(context: Context, agreementId: string): Promise<Outcome<KitView>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const [items, out, damages, holders] = [await store.itemsIn(context, agreementId), await store.outIn(context, agreementId), await store.damagesIn(context, agreementId), await store.holdersIn(context, agreementId)];
  const [groups, coordinator, walkers] = [await groupsIn(context, agreementId), await coordinatorOf(context, agreementId), await store.walkersLed(context, agreementId)];
  const today = context.clock.today();
  const nameOf = (itemId: string): string | null => walkers.find(({ personId }) => personId === holders.get(itemId))?.name ?? null;
  return done({
    items: items.map(({ id, kind, number }) => {
      const loan = out.find(({ itemId }) => itemId === id);
      const group = loan && groups.find((each) => each.id === loan.groupId);
      return {
        id,
        kind,
        number,
        loan: loan && group ? { group: { id: group.id, name: group.name }, lentOn: loan.lentOn, dueOn: loan.dueOn, holder: nameOf(id), late: isLate(loan.dueOn, today) } : null,
        damages: damages.filter(({ itemId }) => itemId === id).map(({ itemId: _, ...damage }) => damage),
      };
    }),
    mayLead: mayLeadWalks(context.actor, asked.value),
    groups: groups
      .filter((group) => groupState(group) === 'started' && mayLeadGroup(context.actor, asked.value, { organisationId: group.organisation.id, coordinatorId: coordinator?.id ?? null }))
      .map(({ id, name }) => ({ id, name, walkers: walkers.filter(({ groupId }) => groupId === id).map(({ personId, name: who }) => ({ personId, name: who })) })),
  });
}

/** A picture of a damage that is not mended, for whoever may see the kit. */
export async function kitPhoto(context: Context, { agreementId, sha256 }: { agreementId: string; sha256: string }): Promise<Outcome<Uint8Array>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const known = (await store.damagesIn(context, agreementId)).some(({ photo }) => photo === sha256);
  const bytes = known ? await context.files.get(sha256) : null;
  return bytes ? done(bytes) : refuse('not-found', 'walks.kit-not-found');
}

/** What is late today, group by group, for the house to remind of. */
export interface LateKit {
  agreementId: string;
  group: Named & { organisationId: string };
  things: Pick<Awaited<ReturnType<typeof store.lateOn>>[number], 'loanId' | 'kind' | 'number' | 'dueOn'>[];
}

export async function lateKit(house: Context): Promise<Outcome<LateKit[]>> {
  if (!isTheHouse(house.actor)) return refuse('forbidden', 'access.not-allowed');
  const late = Map.groupBy(await store.lateOn(house, house.clock.today()), ({ agreementId }) => agreementId);
  const found: LateKit[] = [];
  for (const [agreementId, things] of late) {
    for (const { id, name, organisation } of await groupsIn(house, agreementId)) {
      const own = things.filter(({ groupId }) => groupId === id);
      if (own.length > 0) found.push({ agreementId, group: { id, name, organisationId: organisation.id }, things: own });
    }
  }
  return done(found);
}

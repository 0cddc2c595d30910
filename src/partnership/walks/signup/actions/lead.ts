import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { WalkTask } from '../../model.ts';
import { mayLeadWalks } from '../../policy.ts';
import { enter } from '../enter.ts';
import type { SignedUp } from '../model.ts';
import { asLeader } from '../on-walk.ts';
import { refusedBy } from '../refused.ts';
import { decideCancelling, decideDeclining, decideHanding } from '../store/decide.server.ts';
import { noteNoShow } from '../store/no-show.server.ts';

interface OnWalk {
  walkId: string;
  personId: string;
}

/** Enters a walker whom the group knows, who gets a place or a turn like anybody else. */
export const addToWalk = (context: Context, { walkId, personId, task }: OnWalk & { task: WalkTask }): Promise<Outcome<SignedUp>> =>
  asLeader(context, mayLeadWalks, walkId, async (inside, walk) => (isId(personId) ? enter(inside, { walk, personId, task: task === 'leader' ? 'leader' : 'walker', phone: null }) : refuse('invalid', 'walks.person-not-understood', { path: 'person' })));

/** Takes somebody off a walk; the place goes on at once, and they are told. */
export const removeFromWalk = (context: Context, { walkId, personId }: OnWalk): Promise<Outcome<null>> =>
  asLeader(context, mayLeadWalks, walkId, async (inside, walk) => {
    if (!isId(personId)) return refuse('invalid', 'walks.person-not-understood', { path: 'person' });
    const result = await decideCancelling(inside, { walkId, personId, whose: 'leader' });
    if (result !== 'cancelled') return refusedBy(result);
    await witness(inside, { what: 'walks.signup-cancelled', agreementId: walk.agreementId, facts: { walkId, by: 'leader' } });
    return done(null);
  });

/** Lets one walker have another's place, whatever the queue. */
export const swapOnWalk = (context: Context, { walkId, personId, coming }: OnWalk & { coming: string }): Promise<Outcome<SignedUp>> =>
  asLeader(context, mayLeadWalks, walkId, async (inside, walk) => {
    if (!isId(personId) || !isId(coming)) return refuse('invalid', 'walks.person-not-understood', { path: 'coming' });
    const to = await decideHanding(inside, { walkId, personId, to: coming, mark: null });
    if (!to) return refuse('conflict', 'walks.cannot-swap');
    const entered = await enter(inside, { walk, personId: coming, task: 'walker', phone: null });
    if (entered.ok) await witness(inside, { what: 'walks.places-swapped', agreementId: walk.agreementId, facts: { walkId } });
    // Nobody is left with an offer that came to nothing.
    else await decideDeclining(inside, { walkId, personId: coming });
    return entered;
  });

/** Notes that somebody who had a place did not come, or came after all. */
export const recordNoShow = (context: Context, { walkId, personId, absent }: OnWalk & { absent: boolean }): Promise<Outcome<null>> =>
  asLeader(context, mayLeadWalks, walkId, async (inside, walk) => {
    if (walk.starts > inside.clock.now()) return refuse('conflict', 'walks.walk-has-not-started');
    if (!isId(personId)) return refuse('invalid', 'walks.person-not-understood', { path: 'person' });
    if (!(await noteNoShow(inside, { walkId, personId, absent }))) return refuse('not-found', 'walks.not-found');
    await witness(inside, { what: absent ? 'walks.no-show-noted' : 'walks.no-show-undone', agreementId: walk.agreementId, facts: { walkId } });
    return done(null);
  });

import { isId } from '#kernel/id.ts';
import { type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { ask, type Policy, signInFirst } from '#platform/access/ask.ts';
import { mayWalk } from '../policy.ts';
import { inLine } from './in-line.ts';
import { LOOK_AFTER } from './look-after-name.ts';
import { type SeenWalk, seenWalk } from './store/seen.server.ts';

/** Runs what a walker does on a walk that they can see, in one transaction; the walker's id is given. */
export async function asWalker<T>(context: Context, walkId: string, act: (inside: Context, walk: SeenWalk, personId: string) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  if (!mayWalk(context.actor)) return refuse('forbidden', 'access.not-allowed');
  const { id } = context.actor;
  return oneAtATime(context, walkId, async (inside) => {
    const walk = isId(walkId) ? await seenWalk(inside, walkId) : null;
    if (!walk) return refuse('not-found', 'walks.not-found');
    inside.jobs.send(LOOK_AFTER);
    return act(inside, walk, id);
  });
}

/** Runs what a leader does on a walk, where the policy lets them, in one transaction. Whether the group is theirs, the database says. */
export async function asLeader<T>(context: Context, policy: Policy, walkId: string, act: (inside: Context, walk: SeenWalk) => Promise<Outcome<T>>): Promise<Outcome<T>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  return oneAtATime(context, walkId, async (inside) => {
    const walk = isId(walkId) ? await seenWalk(inside, walkId) : null;
    if (!walk) return refuse('not-found', 'walks.not-found');
    const asked = await ask(inside, policy, walk.agreementId);
    if (!asked.ok) return asked;
    inside.jobs.send(LOOK_AFTER);
    return act(inside, walk);
  });
}

/** One transaction, begun when those who came before to the walk are done; one that is already begun waits for nobody. */
const oneAtATime = <T>(context: Context, walkId: string, work: (inside: Context) => Promise<T>): Promise<T> =>
  context.database.isTransaction ? work(context) : inLine(walkId, () => inTransaction(context, work));

import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { Taken, Walk } from '../../model.ts';
import { mayLeadWalks, maySeeWalkers, maySeeWalks } from '../../policy.ts';
import { findWalk } from '../../store/walks.server.ts';
import type { Companion } from '../model.ts';
import { companyOf, knownTo, takenOf, withoutAdult } from '../store/seen.server.ts';

/** A walk as those who plan and lead see it: figures for all of them, names for who leads the group. */
export interface LedWalk {
  walk: Walk;
  taken: Taken;
  /** Null where the one who asks may know figures only. */
  company: Companion[] | null;
  /** Walkers of the group who are not on the walk. */
  others: { personId: string; name: string | null }[];
  mayLead: boolean;
  /** There are young walkers on it, and nobody grown to walk with. */
  lacksAdult: boolean;
}

/** One walk with who walks and who waits. */
export async function ledWalk(context: Context, { agreementId, walkId }: { agreementId: string; walkId: string }): Promise<Outcome<LedWalk>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const walk = isId(walkId) ? await findWalk(context, walkId) : null;
  if (walk?.agreementId !== agreementId) return refuse('not-found', 'walks.not-found');
  const named = maySeeWalkers(context.actor, asked.value);
  const [taken, lacking, company, known] = await Promise.all([
    takenOf(context, walkId),
    withoutAdult(context, agreementId, { from: walk.night, to: walk.night }),
    named ? companyOf(context, walkId) : null,
    named && walk.group ? knownTo(context, walk.group.id) : [],
  ]);
  const there = new Set(company?.map(({ personId }) => personId));
  return done({ walk, taken, company, others: known.filter(({ personId }) => !there.has(personId)), mayLead: mayLeadWalks(context.actor, asked.value), lacksAdult: lacking.has(walkId) });
}

import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, type Policy, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { Area } from '../model.ts';
import { findArea } from './store.server.ts';

/** The area, to whom the policy lets have it in its partnership. */
export async function areaFor(context: Context, policy: Policy, areaId: string): Promise<Outcome<Area>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const area = isId(areaId) ? await findArea(context, areaId) : null;
  if (!area) return refuse('not-found', 'walks.area-not-found');
  const asked = await ask(context, policy, area.agreementId);
  return asked.ok ? done(area) : asked;
}

import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { Area } from '../../model.ts';
import { maySeeWalks } from '../../policy.ts';
import * as store from '../store.server.ts';

/** A partnership's areas, those that have been taken away last. */
export async function areasToSee(context: Context, agreementId: string): Promise<Outcome<Area[]>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const areas = await store.areasOf(context, agreementId);
  return done([...areas.filter(({ removed }) => !removed), ...areas.filter(({ removed }) => removed)]);
}

/** One area, with what to think of there and where to meet. */
export async function areaToSee(context: Context, { agreementId, areaId }: { agreementId: string; areaId: string }): Promise<Outcome<Area>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const area = isId(areaId) ? await store.findArea(context, areaId) : null;
  return area?.agreementId === agreementId ? done(area) : refuse('not-found', 'walks.area-not-found');
}

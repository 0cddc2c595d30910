import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import { isTheHouse } from '../../policy.ts';
import * as store from '../store/disposal.server.ts';

/** The partnerships that have walks, for the house to look through. */
export const partnershipsWithWalks = async (context: Context): Promise<Outcome<string[]>> =>
  isTheHouse(context.actor) ? done(await store.partnershipsWithWalks(context)) : refuse('forbidden', 'access.not-allowed');

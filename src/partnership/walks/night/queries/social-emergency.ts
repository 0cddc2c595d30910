import { done, type Outcome } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { maySeeWalks } from '../../policy.ts';
import * as store from '../store/plan.server.ts';

/** Whom walkers in the partnership call when somebody is in need at night; null where nobody has entered it. */
export async function socialEmergency(context: Context, agreementId: string): Promise<Outcome<string | null>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  return asked.ok ? done(await store.socialEmergencyOf(context, agreementId)) : asked;
}

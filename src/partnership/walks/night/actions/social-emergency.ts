import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayPlanWalks } from '../../policy.ts';
import * as store from '../store/plan.server.ts';

/** A telephone number as people write it. */
const NUMBER = /^\+?[\d\s-]{3,20}$/;

/** Enters whom walkers in the partnership call when somebody is in need at night; an empty number takes it away. */
export async function setSocialEmergency(context: Context, { agreementId, phone }: { agreementId: string; phone: string }): Promise<Outcome<void>> {
  const asked = await ask(context, mayPlanWalks, agreementId);
  if (!asked.ok) return asked;
  const written = phone.trim();
  if (written !== '' && !NUMBER.test(written)) return refuse('invalid', 'walks.number-not-understood', { path: 'phone' });
  return inTransaction(context, async (inside) => {
    if (!(await store.setSocialEmergency(inside, agreementId, written || null))) return refuse('conflict', 'walks.no-network');
    await witness(inside, { what: 'walks.social-emergency-entered', agreementId });
    return done(undefined);
  });
}

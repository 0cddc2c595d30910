import type { Period } from '#kernel/period.ts';
import { done, type Outcome } from '#kernel/outcome.ts';
import { swedishBankingDays } from '#partnership/commitments';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { maySeeWalks } from '../../policy.ts';
import type { Occasion } from '../model.ts';
import { bySoonest, reckonedOccasions } from '../rules/occasions.ts';
import { enteredOccasions } from '../store/planning.server.ts';

/** The nights of a period on which more is asked for, entered and reckoned, the first first: the same for both parties. */
export async function occasionsIn(context: Context, agreementId: string, period: Period): Promise<Outcome<Occasion[]>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  const entered = await enteredOccasions(context, agreementId, period);
  return done([...entered, ...reckonedOccasions(period, await swedishBankingDays())].sort(bySoonest));
}

import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Ore } from '#kernel/ore.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { mayKeepAidLedger } from '../policy.ts';
import type { Rate, Recipient } from './model.ts';
import { aidStanding, type AidStanding } from './rules.ts';
import * as store from './store.server.ts';

/**
 * Where a recipient stands in an organisation's ledger on a day, with what is planned besides. `asOf` leaves out what was
 * written later: what somebody who decided then could see.
 */
export async function aidStandingOf(
  context: Context,
  { on, planned, asOf = null, ...recipient }: Recipient & { on: CalendarDate; planned: { ore: Ore; rate: Rate | null } | null; asOf?: Date | null },
): Promise<Outcome<AidStanding>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!mayKeepAidLedger(context.actor, recipient.organisationId)) return refuse('forbidden', 'access.not-allowed');
  const [aid, declarations] = await Promise.all([store.aidTo(context, recipient), store.declarationsBy(context, recipient)]);
  const known = ({ recordedAt }: { recordedAt: Date }) => asOf === null || recordedAt <= asOf;
  const then = aid.filter(known).map((entry) => (asOf !== null && entry.withdrawnAt !== null && entry.withdrawnAt > asOf ? { ...entry, withdrawnAt: null } : entry));
  return done(aidStanding({ aid: then, declarations: declarations.filter(known), on, planned }));
}

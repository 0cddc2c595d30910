import type { CalendarDate } from '#kernel/calendar-date.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { isTheHouse } from '../../policy.ts';
import { emptyReports, removeSignups, removeWalkers } from '../store/disposal.server.ts';

/** Removes who signed up for walks before this day; how many walked stays. How many records. */
export const disposeSignups = (context: Context, agreementId: string, before: CalendarDate): Promise<number> => disposeBy(removeSignups, 'walks.signups-removed')(context, agreementId, before);

/** Empties what was written on walks before this day, and takes away whose telephones sent it; figures and places stay. How many records. */
export const disposeReports = (context: Context, agreementId: string, before: CalendarDate): Promise<number> => disposeBy(emptyReports, 'walks.reports-emptied')(context, agreementId, before);

const disposeBy =
  (remove: typeof removeSignups, what: 'walks.signups-removed' | 'walks.reports-emptied') =>
  async (context: Context, agreementId: string, before: CalendarDate): Promise<number> => {
    if (!isTheHouse(context.actor)) return 0;
    return inTransaction(context, async (inside) => {
      const count = await remove(inside, agreementId, before);
      if (count > 0) await witness(inside, { what, agreementId, facts: { count } });
      return count;
    });
  };

/** Forgets people as walkers, before they are removed for good; how many walked stays. */
export async function forgetWalkers(context: Context, personIds: string[]): Promise<void> {
  if (isTheHouse(context.actor)) await removeWalkers(context, personIds);
}

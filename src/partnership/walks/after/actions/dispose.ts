import type { CalendarDate } from '#kernel/calendar-date.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { emptyNewcomers } from '../../finding/disposal.server.ts';
import { emptyWhoSetRules, emptyWords } from '../../groups/store/disposal.server.ts';
import { removeKitTrace } from '../../kit/disposal.server.ts';
import { isTheHouse } from '../../policy.ts';
import { emptyReports, removeSignups, removeWalkers } from '../store/disposal.server.ts';

/** Removes who signed up for walks before this day; how many walked stays. How many records. */
export const disposeSignups = (context: Context, agreementId: string, before: CalendarDate): Promise<number> => disposeBy(removeSignups, 'walks.signups-removed')(context, agreementId, before);

/** Empties what was written on walks before this day, and takes away whose telephones sent it; figures and places stay. How many records. */
export const disposeReports = (context: Context, agreementId: string, before: CalendarDate): Promise<number> => disposeBy(emptyReports, 'walks.reports-emptied')(context, agreementId, before);

/** Takes away who met and moved on those who wanted to walk, where it was decided before this day; figures stay. How many records. */
export const disposeNewcomers = (context: Context, agreementId: string, before: CalendarDate): Promise<number> => disposeBy(emptyNewcomers, 'walks.newcomers-emptied')(context, agreementId, before);

/** Removes loans of kit that have ended, and damages that were mended, before this day; the pictures go with them. How many records. */
export const disposeKit = (context: Context, agreementId: string, before: CalendarDate): Promise<number> => disposeBy(removeKitTrace, 'walks.kit-trace-removed')(context, agreementId, before);

/** Empties what was said of groups before this day; that the parties were heard stays. How many records. */
export const disposeGroupWords = (context: Context, agreementId: string, before: CalendarDate): Promise<number> => disposeBy(emptyWords, 'walks.group-words-emptied')(context, agreementId, before);

/** Takes away who set an organisation's rules before this day. How many records. */
export const disposeWhoSetRules = async (context: Context, organisationId: string, before: CalendarDate): Promise<number> => (isTheHouse(context.actor) ? emptyWhoSetRules(context, organisationId, before) : 0);

const disposeBy =
  (remove: typeof removeSignups, what: 'walks.signups-removed' | 'walks.reports-emptied' | 'walks.newcomers-emptied' | 'walks.kit-trace-removed' | 'walks.group-words-emptied') =>
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

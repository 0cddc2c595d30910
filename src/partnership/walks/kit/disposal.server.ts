import type { CalendarDate } from '#kernel/calendar-date.ts';
import { startOfDay } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { tables } from './rows.server.ts';

/** Removes loans that ended before this day, and damages, with their pictures, that were mended or whose thing was gone before it. What is out, and what is broken, stays. How many records. */
export async function removeKitTrace(context: Context, agreementId: string, before: CalendarDate): Promise<number> {
  const items = tables(context).selectFrom('walks.kit_item').where('agreement_id', '=', agreementId).select('id');
  const loans = await tables(context).deleteFrom('walks.kit_loan').where('item_id', 'in', items).where('returned_on', '<', before).executeTakeFirst();
  const damages = await tables(context)
    .deleteFrom('walks.kit_damage')
    .where('item_id', 'in', items)
    .where((where) => where.or([where('mended_at', '<', startOfDay(before)), where('item_id', 'in', items.where('gone_at', '<', startOfDay(before)))]))
    .executeTakeFirst();
  return Number(loans.numDeletedRows) + Number(damages.numDeletedRows);
}

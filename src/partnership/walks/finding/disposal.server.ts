import type { CalendarDate } from '#kernel/calendar-date.ts';
import { startOfDay } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { tables } from './rows.server.ts';

/** Takes away who met and decided about those who wanted to walk, where that was decided before this day, and who moved them on; the figures stay. How many records. */
export async function emptyNewcomers(context: Context, agreementId: string, before: CalendarDate): Promise<number> {
  const emptied = await tables(context)
    .updateTable('walks.newcomer')
    .set({ met_by: null, decided_by: null })
    .where('agreement_id', '=', agreementId)
    .where('decided_at', '<', startOfDay(before))
    .where((where) => where.or([where('met_by', 'is not', null), where('decided_by', 'is not', null)]))
    .executeTakeFirst();
  const moved = await tables(context).deleteFrom('walks.newcomer_moved').where('agreement_id', '=', agreementId).where('moved_at', '<', startOfDay(before)).executeTakeFirst();
  return Number(emptied.numUpdatedRows) + Number(moved.numDeletedRows);
}

import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { startOfDay } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { tables } from './rows.server.ts';

/** Empties what the parties said of a partnership's groups before this day, and takes away who said it; that they were heard, and whether they agreed, stays. How many records. */
export async function emptyWords(context: Context, agreementId: string, before: CalendarDate): Promise<number> {
  const groups = tables(context).selectFrom('walks.walking_group').where('agreement_id', '=', agreementId).select('id');
  const emptied = await tables(context)
    .updateTable('walks.group_word')
    .set({ words: sql<string | null>`case when agrees then null else '' end`, said_by: '' })
    .where('group_id', 'in', groups)
    .where('said_at', '<', startOfDay(before))
    .where('said_by', '<>', '')
    .executeTakeFirst();
  return Number(emptied.numUpdatedRows);
}

/** Takes away who set an organisation's rules before this day; what it asks stays. How many records. */
export async function emptyWhoSetRules(context: Context, organisationId: string, before: CalendarDate): Promise<number> {
  const emptied = await tables(context).updateTable('walks.rules').set({ set_by: '' }).where('organisation_id', '=', organisationId).where('set_at', '<', startOfDay(before)).where('set_by', '<>', '').executeTakeFirst();
  return Number(emptied.numUpdatedRows);
}

import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';

/** The partnerships whose term ended before the day, with the day it ended. */
export async function endedBefore(context: Context, day: CalendarDate): Promise<{ agreementId: string; endedOn: CalendarDate }[]> {
  const { rows } = await sql<{ agreementId: string; endedOn: CalendarDate }>`select agreement_id as "agreementId", ends as "endedOn" from commitments.plan where ends < ${day} order by ends, agreement_id`.execute(context.database);
  return rows;
}

/** Empties what people wrote and who they were in the records of one partnership; that and when it was done stays. How many were emptied. */
export async function emptyNotes(context: Context, agreementId: string): Promise<number> {
  const ofPartnership = sql`duty_id in (select id from commitments.duty where agreement_id = ${agreementId})`;
  const whose = sql`recorded_by = '', undone_by = case when undone_by is null then null else '' end`;
  const emptied = [
    sql`update commitments.completion set evidence = null, ${whose} where ${ofPartnership} and recorded_by <> ''`,
    sql`update commitments.cancellation set reason = '', ${whose} where ${ofPartnership} and recorded_by <> ''`,
    sql`update commitments.placement set ${whose} where ${ofPartnership} and recorded_by <> ''`,
  ];
  let count = 0;
  for (const statement of emptied) count += Number((await statement.execute(context.database)).numAffectedRows ?? 0);
  return count;
}

import type { CalendarDate } from '#kernel/calendar-date.ts';
import { startOfDay } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { afterTables } from './rows.server.ts';

/** The partnerships that have walks at all, or somebody who coordinates them. */
export async function partnershipsWithWalks(context: Context): Promise<string[]> {
  const rows = await afterTables(context).selectFrom('walks.walk').select('agreement_id').union(afterTables(context).selectFrom('walks.network').select('agreement_id')).execute();
  return rows.map(({ agreement_id }) => agreement_id);
}

const walksBefore = (context: Context, agreementId: string, before: CalendarDate) => afterTables(context).selectFrom('walks.walk').where('agreement_id', '=', agreementId).where('night', '<', before).select('id');

/** Removes who signed up for walks before this day, what they were offered, told and thanked for, keys that had ended, and walkers who left before it; how many records. */
export async function removeSignups(context: Context, agreementId: string, before: CalendarDate): Promise<number> {
  const walks = walksBefore(context, agreementId, before);
  for (const table of ['walks.offer', 'walks.tiding'] as const) await afterTables(context).deleteFrom(table).where('walk_id', 'in', walks).execute();
  const signups = await afterTables(context).deleteFrom('walks.signup').where('walk_id', 'in', walks).executeTakeFirst();
  const theirs = afterTables(context).selectFrom('walks.walker').where('agreement_id', '=', agreementId).select('person_id');
  await afterTables(context).deleteFrom('walks.walker_key').where('person_id', 'in', theirs).where('expires_at', '<', startOfDay(before)).execute();
  await afterTables(context).deleteFrom('walks.thanks').where('agreement_id', '=', agreementId).where('sent_at', '<', startOfDay(before)).execute();
  const walkers = await afterTables(context).deleteFrom('walks.walker').where('agreement_id', '=', agreementId).where('until', '<', startOfDay(before)).executeTakeFirst();
  return Number(signups.numDeletedRows) + Number(walkers.numDeletedRows);
}

/** Removes everything that says who these people were as walkers, from every walk. */
export async function removeWalkers(context: Context, personIds: string[]): Promise<void> {
  if (personIds.length === 0) return;
  const theirs = afterTables(context).selectFrom('walks.signup').where('person_id', 'in', personIds).select('id');
  await afterTables(context).deleteFrom('walks.offer').where('giver', 'in', theirs).execute();
  for (const table of ['walks.offer', 'walks.tiding', 'walks.signup', 'walks.walker_key', 'walks.walker', 'walks.thanks', 'walks.thanks_declined'] as const) await afterTables(context).deleteFrom(table).where('person_id', 'in', personIds).execute();
  await afterTables(context).updateTable('walks.entry').set({ by_person: null }).where('by_person', 'in', personIds).execute();
}

/**
 * Empties what was written in the reports of walks before this day, and takes away what the telephones sent and whose it
 * was, and the words of accidents. Figures, kinds and the reports' places stay. How many records.
 */
export async function emptyReports(context: Context, agreementId: string, before: CalendarDate): Promise<number> {
  const walks = walksBefore(context, agreementId, before);
  const notes = await afterTables(context).updateTable('walks.event_report').set({ note: null }).where('walk_id', 'in', walks).where('note', 'is not', null).executeTakeFirst();
  const words = await afterTables(context)
    .updateTable('walks.incident')
    .set({ what: null, place: null, recorded_by: '', seen_by: null })
    .where('walk_id', 'in', walks)
    .where((where) => where.or([where('what', 'is not', null), where('place', 'is not', null), where('recorded_by', '<>', ''), where('seen_by', 'is not', null)]))
    .executeTakeFirst();
  await afterTables(context).updateTable('walks.event_report').set({ entry_id: null }).where('walk_id', 'in', walks).where('entry_id', 'is not', null).execute();
  const entries = await afterTables(context).deleteFrom('walks.entry').where('walk_id', 'in', walks).executeTakeFirst();
  return Number(notes.numUpdatedRows) + Number(words.numUpdatedRows) + Number(entries.numDeletedRows);
}

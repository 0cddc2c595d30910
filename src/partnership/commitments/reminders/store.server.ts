import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import type { Reminder, ReminderSettings } from './model.ts';
import { occasionName } from './rules.ts';

type ReminderTables = {
  'commitments.reminder_setting': { account_id: string; wanted: boolean; days_before: number[]; set_at: Date };
  'commitments.reminder': { account_id: string; duty_id: string; due_by: CalendarDate; occasion: string; told_at: Date };
  'commitments.duty': { id: string; open: boolean; due_by: CalendarDate | null };
};

const tables = (context: Context) => context.database.withTables<ReminderTables>();

/** The settings of those who have said something, by account. */
export async function settingsOf(context: Context, accountIds: string[]): Promise<Map<string, ReminderSettings>> {
  if (accountIds.length === 0) return new Map();
  const rows = await tables(context).selectFrom('commitments.reminder_setting').where('account_id', 'in', accountIds).selectAll().execute();
  return new Map(rows.map(({ account_id, wanted, days_before }) => [account_id, { wanted, daysBefore: days_before }]));
}

export async function keepSettings(context: Context, accountId: string, { wanted, daysBefore }: ReminderSettings): Promise<void> {
  const row = { wanted, days_before: daysBefore, set_at: context.clock.now() };
  await tables(context)
    .insertInto('commitments.reminder_setting')
    .values({ account_id: accountId, ...row })
    .onConflict((conflict) => conflict.column('account_id').doUpdateSet(row))
    .execute();
}

/** What has been told about open duties on the day they now have, as `toldName` writes it. */
export async function toldAlready(context: Context): Promise<Set<string>> {
  const rows = await tables(context)
    .selectFrom('commitments.reminder as r')
    .innerJoin('commitments.duty as d', (join) => join.onRef('d.id', '=', 'r.duty_id').onRef('d.due_by', '=', 'r.due_by'))
    .where('d.open', '=', true)
    .select(['r.account_id', 'r.duty_id', 'r.occasion'])
    .execute();
  return new Set(rows.map(({ account_id, duty_id, occasion }) => `${account_id} ${duty_id} ${occasion}`));
}

export const toldName = ({ accountId, about, occasion }: Reminder): string => `${accountId} ${about.id} ${occasionName(occasion)}`;

/** Rows sent in one statement: well under the limit of parameters. */
const AT_ONCE = 1000;

/** Keeps that these have been told. Throws where another has kept the same meanwhile: then neither letter counts twice. */
export async function keepTold(context: Context, reminders: Reminder[]): Promise<void> {
  const told_at = context.clock.now();
  for (let from = 0; from < reminders.length; from += AT_ONCE) {
    const rows = reminders
      .slice(from, from + AT_ONCE)
      .map(({ accountId, about, occasion }) => ({ account_id: accountId, duty_id: about.id, due_by: about.dueBy, occasion: occasionName(occasion), told_at }));
    await tables(context).insertInto('commitments.reminder').values(rows).execute();
  }
}

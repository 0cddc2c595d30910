import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import { now } from '../../store/rows.server.ts';
import type { PassedDuty } from '../model.ts';
import { tables } from './rows.server.ts';

const passed = (context: Context) =>
  tables(context)
    .selectFrom('walks.passed_duty as d')
    .innerJoin('walks.walking_group as g', 'g.id', 'd.group_id')
    .where('d.taken_back_at', 'is', null)
    .select(['d.id', 'd.agreement_id', 'd.duty_id', 'd.group_id', 'g.name', 'd.what', 'd.due_on', 'd.passed_by', 'd.done_on', 'd.done_by'])
    .orderBy('d.due_on')
    .orderBy('d.id');

type Row = Awaited<ReturnType<ReturnType<typeof passed>['execute']>>[number];

const asPassed = ({ id, agreement_id, duty_id, group_id, name, what, due_on, passed_by, done_on, done_by }: Row): PassedDuty => ({
  id,
  agreementId: agreement_id,
  dutyId: duty_id,
  group: { id: group_id, name },
  what,
  dueOn: due_on,
  passedBy: passed_by,
  doneOn: done_on,
  doneBy: done_by,
});

/** What has been passed on in a partnership, or to one of its groups; the first to be done first. */
export async function passedIn(context: Context, { agreementId, groupId }: { agreementId: string; groupId?: string }): Promise<PassedDuty[]> {
  const all = passed(context).where('d.agreement_id', '=', agreementId);
  return (await (groupId ? all.where('d.group_id', '=', groupId) : all).execute()).map(asPassed);
}

/** What is left to do of what has been passed on to groups of these organisations. */
export async function openFor(context: Context, organisationIds: string[]): Promise<PassedDuty[]> {
  if (organisationIds.length === 0) return [];
  return (await passed(context).where('g.organisation_id', 'in', organisationIds).where('d.done_on', 'is', null).where('g.ended_on', 'is', null).execute()).map(asPassed);
}

export async function findPassed(context: Context, id: string): Promise<PassedDuty | null> {
  const row = await passed(context).where('d.id', '=', id).executeTakeFirst();
  return row ? asPassed(row) : null;
}

export async function insertPassed(context: Context, { agreementId, dutyId, groupId, what, dueOn }: { agreementId: string; dutyId: string; groupId: string; what: string; dueOn: CalendarDate | null }): Promise<string> {
  const id = randomUUID();
  const { at, by } = now(context);
  await tables(context)
    .insertInto('walks.passed_duty')
    .values({ id, agreement_id: agreementId, duty_id: dutyId, group_id: groupId, what, due_on: dueOn, passed_at: at, passed_by: by, done_on: null, done_by: null, taken_back_at: null, taken_back_by: null })
    .execute();
  return id;
}

/** Says that the group has done it; false where it had said so. */
export async function markDone(context: Context, id: string): Promise<boolean> {
  const { numUpdatedRows } = await tables(context).updateTable('walks.passed_duty').set({ done_on: context.clock.today(), done_by: now(context).by }).where('id', '=', id).where('done_on', 'is', null).executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes back what was passed on and has not been done; false where it has. */
export async function takeBack(context: Context, id: string): Promise<boolean> {
  const { at, by } = now(context);
  const { numUpdatedRows } = await tables(context)
    .updateTable('walks.passed_duty')
    .set({ taken_back_at: at, taken_back_by: by })
    .where('id', '=', id)
    .where('done_on', 'is', null)
    .where('taken_back_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

import { sql } from 'kysely';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Context } from '#platform/context.ts';
import type { NewWalk, WalkTask } from '../../model.ts';
import { now } from '../../store/rows.server.ts';
import { tables } from './planning.server.ts';

/** How many places of each task there are and how many are taken, by walk. */
export async function mannedBetween(context: Context, agreementId: string, { from, to }: { from: CalendarDate; to: CalendarDate }): Promise<Map<string, Record<WalkTask, { places: number; placed: number }>>> {
  const { rows } = await sql<{ walk_id: string; task: WalkTask; places: string; placed: string }>`select * from walks.manned(${agreementId}, ${from}, ${to})`.execute(tables(context));
  const byWalk = new Map<string, Record<WalkTask, { places: number; placed: number }>>();
  for (const { walk_id, task, places, placed } of rows) byWalk.set(walk_id, { ...(byWalk.get(walk_id) ?? nobody()), [task]: { places: Number(places), placed: Number(placed) } });
  return byWalk;
}

const nobody = () => ({ leader: { places: 0, placed: 0 }, walker: { places: 0, placed: 0 } });

/** The groups that the actor leads, as the database sees it. */
export async function groupsLed(context: Context): Promise<string[]> {
  const { rows } = await sql<{ led: string }>`select walks.led() as led`.execute(tables(context));
  return rows.map(({ led }) => led);
}

/** The walks of these nights that are the actor's own: of the groups they lead, and those they have a place on. */
export async function ownWalkIds(context: Context, { from, to }: { from: CalendarDate; to: CalendarDate }): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select w.id from walks.walk w where w.night between ${from} and ${to} and (w.group_id in (select walks.led())
    or exists (select from walks.signup s where s.walk_id = w.id and s.person_id = walks.me() and s.place is not null)) order by w.starts, w.id`.execute(tables(context));
  return rows.map(({ id }) => id);
}

/** Gives the night to the group, unless another has it or it has begun. */
export async function takeNight(context: Context, walkId: string, groupId: string): Promise<boolean> {
  const result = await open(context, walkId).set({ group_id: groupId }).where('group_id', 'is', null).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Takes the night from the group that has it, unless somebody has a place on it. */
export async function giveBackNight(context: Context, walkId: string, groupId: string): Promise<boolean> {
  const result = await open(context, walkId)
    .set({ group_id: null })
    .where('group_id', '=', groupId)
    .where(sql<boolean>`not exists (select from walks.taken(walks.walk.id) as t where t.placed + t.waiting > 0)`)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

export async function cancel(context: Context, walkId: string, reason: string): Promise<boolean> {
  const { at, by } = now(context);
  const result = await tables(context)
    .updateTable('walks.walk')
    .set({ cancelled_at: at, cancelled_by: by, cancelled_because: reason })
    .where('id', '=', walkId)
    .where('cancelled_at', 'is', null)
    .where('closed_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** Takes back that a walk is cancelled, with its places as they were; gives `restored` or why not. */
export async function restore(context: Context, walkId: string): Promise<'restored' | 'not-found' | 'not-cancelled' | 'started'> {
  const { rows } = await sql<{ result: 'restored' | 'not-found' | 'not-cancelled' | 'started' }>`select walks.restore(${walkId}::uuid, ${context.clock.now()}::timestamptz) as result`.execute(tables(context));
  return rows[0].result;
}

/** What can be changed of a walk that has not begun. */
export type Changed = Pick<NewWalk, 'night' | 'starts' | 'ends' | 'areaId' | 'meetingPointId' | 'note' | 'exceptionReason'>;

export async function change(context: Context, walkId: string, { areaId, meetingPointId, exceptionReason, ...walk }: Changed): Promise<boolean> {
  const result = await open(context, walkId).set({ ...walk, area_id: areaId, meeting_point_id: meetingPointId, exception_reason: exceptionReason }).executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

const open = (context: Context, walkId: string) => tables(context).updateTable('walks.walk').where('id', '=', walkId).where('cancelled_at', 'is', null).where('starts', '>', context.clock.now());

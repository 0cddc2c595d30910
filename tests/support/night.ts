import { randomUUID } from 'node:crypto';
import type { Context } from '#platform/context.ts';
import type { WalkTask } from '#pure/walks';
import { tables } from '../../src/partnership/walks/store/rows.server.ts';

/** Gives somebody a place on a walk the way the database sees it; gives the id of their sign-up. */
export async function placeOn(house: Context, walkId: string, { actor }: Context, { task, place, phone = null }: { task: WalkTask; place: number; phone?: string | null }): Promise<string> {
  const { starts, ends } = await tables(house).selectFrom('walks.walk').select(['starts', 'ends']).where('id', '=', walkId).executeTakeFirstOrThrow();
  const id = randomUUID();
  const at = house.clock.now();
  const row = { id, walk_id: walkId, person_id: 'id' in actor ? actor.id : '', starts, ends, task, turn: place, place, phone, signed_at: at, placed_at: at, cancelled_at: null, cancelled_by: null, no_show_at: null };
  await tables(house).insertInto('walks.signup').values(row).execute();
  return id;
}

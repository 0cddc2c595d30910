import type { Context } from '#platform/context.ts';
import { tables } from './rows.server.ts';

/** Notes whether somebody with a place did not come. False where they have none. */
export async function noteNoShow(context: Context, { walkId, personId, absent }: { walkId: string; personId: string; absent: boolean }): Promise<boolean> {
  const result = await tables(context)
    .updateTable('walks.signup')
    .set({ no_show_at: absent ? context.clock.now() : null })
    .where('walk_id', '=', walkId)
    .where('person_id', '=', personId)
    .where('place', 'is not', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

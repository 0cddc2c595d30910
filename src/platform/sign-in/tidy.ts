import type { Context } from '../context.ts';
import { tidySessions } from './sessions.ts';
import { tables } from './tables.ts';

/** The job that throws away what nobody can use any more. */
export const TIDY = 'sign-in.tidy';

/** Throws away sessions and links that have expired and counts of tries that no longer count. */
export async function tidy(house: Context): Promise<void> {
  const now = house.clock.now();
  await tidySessions(house);
  await tables(house).deleteFrom('sign_in.token').where('expires_at', '<', now).execute();
  await tables(house).deleteFrom('sign_in.attempt').where('since', '<', new Date(now.getTime() - 3_600_000)).execute();
}

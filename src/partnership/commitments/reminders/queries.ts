import { done, type Outcome } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { ownAccount } from '../policy.ts';
import { type ReminderSettings, USUAL } from './model.ts';
import { settingsOf } from './store.server.ts';

/** How the one who asks is reminded. */
export async function reminderSettings(context: Context): Promise<Outcome<ReminderSettings>> {
  const accountId = ownAccount(context.actor);
  if (!accountId) return signInFirst();
  return done((await settingsOf(context, [accountId])).get(accountId) ?? USUAL);
}

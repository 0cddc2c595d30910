import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { ownAccount } from '../policy.ts';
import { type ReminderSettings, settingsSchema } from '../reminders/model.ts';
import { keepSettings } from '../reminders/store.server.ts';

/** Keeps how the one who asks wants to be reminded. */
export async function setReminders(context: Context, input: ReminderSettings): Promise<Outcome<ReminderSettings>> {
  const accountId = ownAccount(context.actor);
  if (!accountId) return signInFirst();
  const parsed = settingsSchema.safeParse(input);
  if (!parsed.success) return refuse('invalid', 'commitments.reminders-unreadable');
  return inTransaction(context, async (inside) => {
    await keepSettings(inside, accountId, parsed.data);
    await witness(inside, { what: 'commitments.reminders-set', agreementId: null, facts: parsed.data });
    return done(parsed.data);
  });
}

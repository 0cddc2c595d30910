import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Context } from '../context.ts';
import { type NextTry, takeDue } from '../take-due.ts';
import { isOneMessage } from './one-message.ts';
import type { Sms } from './sms.ts';

type SmsTables = {
  'platform.sms_outbox': {
    id: string;
    to_number: string | null;
    text: string | null;
    kind: string;
    key: string | null;
    queued_at: Date;
    useful_until: Date;
    next_try_at: Date | null;
    sent_at: Date | null;
    attempts: number;
    last_error: string | null;
  };
};

/** The job that hands over what is due. */
export const DELIVER_SMS = 'sms.deliver';

const DAY = 86_400_000;

const outbox = (context: Context) => context.database.withTables<SmsTables>();

/** A message to queue. `kind` names the room and the occasion; what has the same `key` is written once and never again. */
export interface QueuedSms extends Sms {
  kind: string;
  key?: string;
  /** After this it is not sent any more; a day from now where nothing is said. */
  usefulUntil?: Date;
}

/**
 * Writes the message in the transaction of what it tells about. False where one with its key has been written before.
 * Throws where the words are more than one message: `oneMessage` sees to that.
 */
export async function queueSms(context: Context, { to, text, kind, key, usefulUntil }: QueuedSms): Promise<boolean> {
  if (!isOneMessage(text)) throw new Error(`${kind} is more than one message`);
  const now = context.clock.now();
  const result = await outbox(context)
    .insertInto('platform.sms_outbox')
    .values({ id: randomUUID(), to_number: to, text, kind, key: key ?? null, queued_at: now, useful_until: usefulUntil ?? new Date(now.getTime() + DAY), next_try_at: now, attempts: 0 })
    // Without naming the key, which would ask for the right to read what others were told.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (context.sms.leaves) context.jobs.send(DELIVER_SMS);
  return result.numInsertedOrUpdatedRows === 1n;
}

/** A message taken out to be tried, this time being the `attempt`th. */
export type DueSms = Sms & { id: string; attempt: number };

/** Takes the oldest message that is due and still of use, or null. */
export async function takeDueSms(context: Context, nextTry: NextTry): Promise<DueSms | null> {
  const due = await takeDue<SmsTables['platform.sms_outbox']>(context, 'platform.sms_outbox', nextTry, sql`useful_until > ${context.clock.now()}`);
  return due && { id: due.id, to: due.to_number ?? '', text: due.text ?? '', attempt: due.attempt };
}

/** The gateway has taken it: whom it was to and what it said are kept no longer. */
export async function markSmsSent(context: Context, id: string): Promise<void> {
  await outbox(context)
    .updateTable('platform.sms_outbox')
    .set({ sent_at: context.clock.now(), next_try_at: null, last_error: null, to_number: null, text: null })
    .where('id', '=', id)
    .execute();
}

/** The gateway refused it, in its own words. What is refused for good keeps those and nothing of whom it was to. */
export async function markSmsRefused(context: Context, id: string, { why, forGood }: { why: string; forGood: boolean }): Promise<void> {
  await outbox(context)
    .updateTable('platform.sms_outbox')
    .set({ last_error: why, ...(forGood && { next_try_at: null, to_number: null, text: null }) })
    .where('id', '=', id)
    .execute();
}

/** A message as the outbox shows it. */
export type RestingSms = Sms & { id: string; queuedAt: Date };

/** The newest hundred messages that have not left, newest first. */
export async function restingSms(context: Context): Promise<RestingSms[]> {
  const rows = await outbox(context)
    .selectFrom('platform.sms_outbox')
    .select(['id', 'to_number', 'text', 'queued_at'])
    .where('text', 'is not', null)
    .orderBy('queued_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ id, to_number, text, queued_at }) => ({ id, to: to_number ?? '', text: text ?? '', queuedAt: queued_at }));
}

/** Takes the number and the words from messages that are of no use any more, and throws away what is left of them after a month. */
export async function tidySms(context: Context): Promise<void> {
  const now = context.clock.now();
  await outbox(context).updateTable('platform.sms_outbox').set({ to_number: null, text: null, next_try_at: null }).where('useful_until', '<', now).where('text', 'is not', null).execute();
  await outbox(context).deleteFrom('platform.sms_outbox').where('queued_at', '<', new Date(now.getTime() - 30 * DAY)).execute();
}

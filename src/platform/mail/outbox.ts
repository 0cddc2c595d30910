import { randomUUID } from 'node:crypto';
import type { Context } from '../context.ts';
import { type NextTry, takeDue } from '../take-due.ts';
import type { Letter } from './mail.ts';
import { shortLines } from './short-lines.ts';

type OutboxTables = {
  'platform.outbox': {
    id: string;
    to_address: string;
    subject: string;
    text: string;
    kind: string;
    key: string | null;
    queued_at: Date;
    next_try_at: Date | null;
    sent_at: Date | null;
    attempts: number;
    last_error: string | null;
  };
};

/** The job that hands over what is due. */
export const DELIVER = 'mail.deliver';

const outbox = (context: Context) => context.database.withTables<OutboxTables>();

/** A letter to queue. `kind` names the room and the occasion; what has the same `key` is written once and never again. */
export interface QueuedLetter extends Letter {
  kind: string;
  key?: string;
}

/**
 * Writes the letter in the transaction of what it tells about: it leaves when that is kept, and never when it is not.
 * False where one with its key has been written before.
 */
export async function queueMail(context: Context, { to, subject, text, kind, key }: QueuedLetter): Promise<boolean> {
  const now = context.clock.now();
  const result = await outbox(context)
    .insertInto('platform.outbox')
    .values({
      id: randomUUID(),
      to_address: to,
      subject,
      text: shortLines(text),
      kind,
      key: key ?? null,
      queued_at: now,
      next_try_at: now,
      attempts: 0,
    })
    // Without naming the key, which would ask for the right to read what others were told.
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (context.mail.leaves) context.jobs.send(DELIVER);
  return result.numInsertedOrUpdatedRows === 1n;
}

/** A letter taken out to be tried, this time being the `attempt`th. */
export type DueLetter = Letter & { id: string; attempt: number };

/** Takes the oldest letter that is due, or null. */
export async function takeDueLetter(context: Context, nextTry: NextTry): Promise<DueLetter | null> {
  const due = await takeDue<OutboxTables['platform.outbox']>(context, 'platform.outbox', nextTry);
  return due && { id: due.id, to: due.to_address, subject: due.subject, text: due.text, attempt: due.attempt };
}

/** The letter has been taken by the mail server. */
export async function markSent(context: Context, id: string): Promise<void> {
  await outbox(context)
    .updateTable('platform.outbox')
    .set({ sent_at: context.clock.now(), next_try_at: null, last_error: null })
    .where('id', '=', id)
    .execute();
}

/** The letter was refused, in the server's words. It stays, to be tried again unless it is for good. */
export async function markRefused(context: Context, id: string, { why, forGood }: { why: string; forGood: boolean }): Promise<void> {
  await outbox(context)
    .updateTable('platform.outbox')
    .set({ last_error: why, ...(forGood && { next_try_at: null }) })
    .where('id', '=', id)
    .execute();
}

/** A letter as the outbox shows it. */
export type RestingLetter = Letter & { id: string; queuedAt: Date };

/** The newest hundred letters that have not left, newest first. */
export async function restingLetters(context: Context): Promise<RestingLetter[]> {
  const rows = await outbox(context)
    .selectFrom('platform.outbox')
    .select(['id', 'to_address', 'subject', 'text', 'queued_at'])
    .where('sent_at', 'is', null)
    .orderBy('queued_at', 'desc')
    .limit(100)
    .execute();
  return rows.map(({ id, to_address, subject, text, queued_at }) => ({ id, to: to_address, subject, text, queuedAt: queued_at }));
}

/** How many letters wait for their turn, and how many were refused for good. */
export async function lettersLeft(context: Context): Promise<{ waiting: number; refused: number }> {
  const { waiting, refused } = await outbox(context)
    .selectFrom('platform.outbox')
    .where('sent_at', 'is', null)
    .select(({ fn }) => [
      fn.countAll<number>().filterWhere('next_try_at', 'is not', null).as('waiting'),
      fn.countAll<number>().filterWhere('next_try_at', 'is', null).as('refused'),
    ])
    .executeTakeFirstOrThrow();
  return { waiting, refused };
}

/** Throws away letters queued before this moment that have left, or never will; how many there were. */
export async function disposeLetters(context: Context, before: Date): Promise<number> {
  const { numDeletedRows } = await outbox(context)
    .deleteFrom('platform.outbox')
    .where('queued_at', '<', before)
    .where((where) => where.or([where('sent_at', 'is not', null), where('next_try_at', 'is', null)]))
    .executeTakeFirst();
  return Number(numDeletedRows);
}

import { type RawBuilder, sql } from 'kysely';
import type { Context } from './context.ts';

/** When something is to be tried again if the `attempt`th try is not heard of. */
export type NextTry = (attempt: number) => Date;

/**
 * Takes the oldest row of an outbox that is due, or null, and puts its next try ahead in time, so that nobody else takes it
 * while it is tried, and so that it is tried again when whoever took it dies. `still` says which rows are of use at all.
 */
export async function takeDue<Row extends { id: string; attempts: number }>(
  context: Context,
  outbox: string,
  nextTry: NextTry,
  still: RawBuilder<boolean> = sql`true`,
): Promise<(Row & { attempt: number }) | null> {
  return context.database.transaction().execute(async (transaction) => {
    const { rows } = await sql<Row>`
      select * from ${sql.table(outbox)} where next_try_at <= ${context.clock.now()} and ${still}
      order by next_try_at, queued_at limit 1 for update skip locked`.execute(transaction);
    const due = rows.at(0);
    if (!due) return null;
    const attempt = due.attempts + 1;
    await sql`update ${sql.table(outbox)} set attempts = ${attempt}, next_try_at = ${nextTry(attempt)} where id = ${due.id}`.execute(transaction);
    return { ...due, attempt };
  });
}

import type { Context } from '#platform/context.ts';
import { afterTables } from './rows.server.ts';

/** Writes down that somebody has been thanked for a half-year. False where they had been before. */
export async function insertThanks(context: Context, { personId, agreementId, halfYear }: { personId: string; agreementId: string; halfYear: string }): Promise<boolean> {
  const result = await afterTables(context)
    .insertInto('walks.thanks')
    .values({ person_id: personId, agreement_id: agreementId, half_year: halfYear, sent_at: context.clock.now() })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Whether somebody wants no thanks by mail. */
export async function hasDeclined(context: Context, personId: string): Promise<boolean> {
  return (await afterTables(context).selectFrom('walks.thanks_declined').select('person_id').where('person_id', '=', personId).executeTakeFirst()) !== undefined;
}

/** Keeps whether somebody wants thanks by mail. */
export async function keepDeclined(context: Context, personId: string, declined: boolean): Promise<void> {
  if (!declined) await afterTables(context).deleteFrom('walks.thanks_declined').where('person_id', '=', personId).execute();
  else
    await afterTables(context)
      .insertInto('walks.thanks_declined')
      .values({ person_id: personId, declined_at: context.clock.now() })
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** The partnerships in which anybody has walked these nights. */
export async function walkedIn(context: Context, { from, to }: { from: string; to: string }): Promise<string[]> {
  const rows = await afterTables(context).selectFrom('walks.walk').where('night', '>=', from).where('night', '<=', to).where('cancelled_at', 'is', null).distinct().select('agreement_id').execute();
  return rows.map(({ agreement_id }) => agreement_id);
}

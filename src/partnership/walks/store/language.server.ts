import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { Language } from '../model.ts';
import { tables } from './rows.server.ts';

/** The language that the walker who asks is told things in; null where they walk nowhere. */
export async function languageOf(context: Context, personId: string): Promise<Language | null> {
  const row = await tables(context).selectFrom('walks.walker').select('language').where('person_id', '=', personId).where('until', 'is', null).orderBy('since', 'desc').limit(1).executeTakeFirst();
  return row?.language ?? null;
}

/** The language that a walker of a partnership is told things in, for somebody who may not know more of them. */
export async function tongueOf(context: Context, { personId, agreementId }: { personId: string; agreementId: string }): Promise<Language> {
  const { rows } = await sql<{ language: Language | null }>`select walks.tongue_of(${personId}::uuid, ${agreementId}::uuid) as language`.execute(context.database);
  return rows[0].language ?? 'sv';
}

/** From now on the walker who asks is told things in this language, wherever they walk. */
export async function keepLanguage(context: Context, language: Language): Promise<void> {
  await sql`select walks.speak(${language})`.execute(context.database);
}

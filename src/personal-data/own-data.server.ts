import { sql } from 'kysely';
import { done, type Outcome } from '#kernel/outcome.ts';
import type { PersonalData } from '#kernel/personal-data.ts';
import { guard } from '#partnership/people';
import { signInFirst } from '#platform/access/ask.ts';
import { type Person, system } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { REGISTER } from './register.ts';

/** What one table holds about the one who asks: each row as the columns that its declaration shows. */
export interface OwnRecords {
  declared: PersonalData & { own: NonNullable<PersonalData['own']> };
  rows: Record<string, unknown>[];
}

/**
 * Everything that the register says is about the one who asks, from every room. Rows that carry the account are all given;
 * rows that only carry a name are given from the partnerships its holder may see, so that nobody is shown a namesake's.
 * @lagrum Dataskyddsförordningen (EU) 2016/679 art. 15
 */
export async function ownData(context: Context): Promise<Outcome<OwnRecords[]>> {
  const { actor } = context;
  if (actor.kind !== 'person') return signInFirst();
  const house = contextFor(context, system('own data'));
  const { hideAnywhere } = await guard(context);
  const about: OwnRecords[] = [];
  for (const declared of REGISTER.filter(ownable)) {
    const rows = await rowsAbout(declared.own.by === 'account' ? house : context, actor, declared);
    if (rows.length > 0) about.push({ declared, rows: hideAnywhere(rows) });
  }
  return done(about);
}

const ownable = (declared: PersonalData): declared is OwnRecords['declared'] => declared.own !== undefined;

/** The newest first, where the declaration says when. */
async function rowsAbout({ database }: Context, { id, name }: Person, { table, own }: OwnRecords['declared']): Promise<Record<string, unknown>[]> {
  const theirs = sql.join(own.columns.map((column) => sql`${sql.ref(column)} = ${own.by === 'account' ? id : name}`), sql` or `);
  const [when] = Object.keys(own.shows).filter((column) => own.shows[column] === 'when');
  const order = when ? sql`order by ${sql.ref(when)} desc` : sql``;
  const { rows } = await sql<Record<string, unknown>>`select ${sql.join(Object.keys(own.shows).map((column) => sql.ref(column)))} from ${sql.table(table)} where ${theirs} ${order}`.execute(database);
  return rows;
}

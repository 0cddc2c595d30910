import type { Kysely } from 'kysely';

/** A connection whose tables are named by each room's store through `withTables`. */
export type Database = Kysely<object>;

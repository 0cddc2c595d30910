/** The shared connections of one database, as both kinds of database give them. */
export interface Connections {
  /** A connection that nobody else uses until it is released. */
  acquire(): Promise<Connection>;
  close(): Promise<void>;
}

export interface Connection {
  /** Runs one statement. `affected` counts the rows that an insert, update or delete touched. */
  query(sql: string, parameters: readonly unknown[]): Promise<{ rows: unknown[]; affected: number | null }>;
  /** Runs statements without parameters in one go, and gives every row that any of them gave. */
  run(statements: string): Promise<unknown[]>;
  /** Gives the connection back; with a fault, it is not used again. */
  release(fault?: Error): void;
}

/** Dates as ISO days without a time zone and whole numbers as numbers, by PostgreSQL's type number. */
export const asWritten: Record<number, (text: string) => unknown> = { 1082: (text) => text, 20: Number };

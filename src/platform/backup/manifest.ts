import { z } from 'zod';

/** The last part of an archive: what the rest must be. An archive without it was cut off. */
export const manifestSchema = z.object({
  format: z.literal('handslag.backup/1'),
  /** The version of the program that made it, and when. */
  program: z.string(),
  at: z.iso.datetime(),
  /** The migrations that its tables had been through. */
  migrations: z.array(z.string()),
  tables: z.array(
    z.object({
      name: z.string(),
      columns: z.array(z.string()),
      rows: z.int().nonnegative(),
      /** Its rows in parts, each one line of JSON a row: every value as PostgreSQL writes it as text, or null. */
      parts: z.array(z.object({ name: z.string(), sha256: z.string() })),
    }),
  ),
  /** The last number each sequence has given, or null for one that has given none. */
  sequences: z.array(z.object({ name: z.string(), value: z.string().nullable() })),
  /** What the house signs by. Archives from before it signed have none. */
  authority: z.array(z.object({ name: z.string(), sha256: z.string() })).default([]),
  /** How many files there are, and one hash of all their names, which are their own hashes. */
  files: z.object({ count: z.int().nonnegative(), bytes: z.int().nonnegative(), sha256: z.string() }),
});

export type Manifest = z.infer<typeof manifestSchema>;

export const MANIFEST = 'manifest.json';
export const tablePart = (table: string, number: number): string => `tables/${table}/${String(number).padStart(6, '0')}.jsonl`;
export const authorityPart = (name: string): string => `authority/${name}`;
export const filePart = (sha256: string): string => `files/${sha256.slice(0, 2)}/${sha256}`;

/** Which table or file a part of an archive is of, or which part of the authority, or null for what an archive does not have. */
export function partOf(name: string): { table: string } | { file: string } | { authority: string } | null {
  const [, table] = /^tables\/([^/]+)\/\d{6}\.jsonl$/.exec(name) ?? [];
  if (table) return { table };
  const [, authority] = /^authority\/([a-z-]+\.(?:pem|jsonl))$/.exec(name) ?? [];
  if (authority) return { authority };
  const [, file] = /^files\/[0-9a-f]{2}\/([0-9a-f]{64})$/.exec(name) ?? [];
  return file && name === filePart(file) ? { file } : null;
}

/** How much there is, in numbers. */
export const contentsOf = ({ tables, files }: Manifest): { tables: number; rows: number; files: number } => ({
  tables: tables.length,
  rows: tables.reduce((sum, { rows }) => sum + rows, 0),
  files: files.count,
});

import type { Readable } from 'node:stream';

/** Where files are kept, by the hash of what is in them: putting the same bytes twice keeps them once. */
export interface Files {
  /** Keeps the bytes and gives their SHA-256 in hexadecimal. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or null when no such file is kept. */
  get(sha256: string): Promise<Uint8Array | null>;
  /** Keeps what comes, as `put` does, without holding all of it at once. */
  putStream(bytes: AsyncIterable<Uint8Array>): Promise<string>;
  /** How many bytes there are and a way to read them, or null when no such file is kept. */
  open(sha256: string): Promise<{ size: number; bytes: Readable } | null>;
  /** The SHA-256 of every file that is kept, in order. */
  all(): AsyncIterable<string>;
  /** Removes a file that was last put before this moment; false where it was put later or is not kept. */
  remove(sha256: string, before: Date): Promise<boolean>;
  /** Throws when nothing can be kept. */
  mustBeWritable(): Promise<void>;
}

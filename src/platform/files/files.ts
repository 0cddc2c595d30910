/** Where files are kept, by the hash of what is in them: putting the same bytes twice keeps them once. */
export interface Files {
  /** Keeps the bytes and gives their SHA-256 in hexadecimal. */
  put(bytes: Uint8Array): Promise<string>;
  /** The bytes, or null when no such file is kept. */
  get(sha256: string): Promise<Uint8Array | null>;
  /** Throws when nothing can be kept. */
  mustBeWritable(): Promise<void>;
}

import { createHash, randomBytes } from 'node:crypto';
import canonicalize from 'canonicalize';

/** The chain of what belongs to no partnership. A partnership's chain has its id for a name. */
export const HOUSE = 'house';

/** What the first entry of a partnership names as the hash before it. */
export const FIRST = '0'.repeat(64);

/** What the hash of an entry is taken over. Its `who` and `facts` are commitments, so that what they stand for can be disposed of. */
export interface Sealed {
  chain: string;
  /** From 1, without gaps in its chain. */
  sequence: number;
  /** UTC with microseconds: `2026-11-21T09:00:00.000000Z`. */
  at: string;
  what: string;
  agreement: string | null;
  actingFor: { id: string; name: string } | null;
  /** Of the program. */
  version: string;
  who: string;
  facts: string;
  /** The hash of the entry before; 64 zeros for the first of a partnership, a digest of what is older for the house's. */
  previous: string;
}

/**
 * The hash of an entry: SHA-256, in lower-case hexadecimal, of the entry as canonical JSON (RFC 8785) in UTF-8 with
 * exactly the names of `Sealed`. Any program that has those two can check a chain.
 */
export const hashOf = (entry: Sealed): string => sha256(entry);

/**
 * What stands in for a value in the hash: SHA-256 of the canonical JSON `{"salt": …, "value": …}`. Without the salt,
 * 128 random bits in hexadecimal, nobody can try names until one fits.
 */
export const commitmentTo = (value: unknown, salt: string): string => sha256({ salt, value });

export const freshSalt = (): string => randomBytes(16).toString('hex');

/** Who did it, as the commitment names it. */
export const whoValue = (account: string | null, name: string) => ({ account, name });

const sha256 = (value: unknown): string => createHash('sha256').update(canonicalize(value)!).digest('hex');

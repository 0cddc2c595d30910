import type { Outcome } from '#kernel/outcome.ts';

/** Somebody who vouches for when something was: the port to a time authority (RFC 3161). */
export interface TimestampAuthority {
  /** A token, as DER, over a SHA-256 hash. Throws `NoTimestamp` when there is none to be had, or not one for this hash. */
  stamp(hash: Uint8Array): Promise<Uint8Array>;
  /** Whether a token can be had now. */
  ready(): Promise<Outcome<null>>;
}

/** The time authority gave no token that can be used. */
export class NoTimestamp extends Error {
  override readonly name = 'NoTimestamp';
}

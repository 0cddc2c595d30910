import type { Authority } from './authority.ts';
import type { Trust } from './report.ts';
import type { SigningService } from './signing-service.ts';
import type { TimestampAuthority } from './timestamp-authority.ts';

/** What the house signs by and whom it believes. Nothing of it is loaded before it is asked for. */
export interface Signatures {
  /** The house's own authority; the first time it is made. */
  authority(): Promise<Authority>;
  /** Whoever signs in people's names: the house's own authority. */
  service(): Promise<SigningService>;
  /** Null where no time authority is configured. */
  timestamps: TimestampAuthority | null;
  /** Whom the house believes at this moment: its own authority, with its newest revocation lists, and those it was told to. */
  trust(at: Date): Promise<Trust>;
}

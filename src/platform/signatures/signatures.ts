import type { Authority } from './authority.ts';
import type { Trust } from './report.ts';
import type { SigningService } from './signing-service.ts';
import type { TimestampAuthority } from './timestamp-authority.ts';

/** What the house signs by and whom it believes. Nothing of it is loaded before it is asked for. */
export interface Signatures {
  /** The house's own authority; the first time it is made. */
  authority(): Promise<Authority>;
  /** Looks that the authority's files can be read, and makes the first one, so that a start says what would stop the first who is to sign. */
  look(): Promise<void>;
  /** Whoever signs in people's names: the service that the settings name, or the house's own authority. */
  service(): Promise<SigningService>;
  /** The service that people are taken to when they sign, and where it is; null where they sign here. */
  elsewhere: { name: string; origin: string } | null;
  /** Null where no time authority is configured. */
  timestamps: TimestampAuthority | null;
  /** Whom the house believes at this moment: its own authority, with its newest revocation lists, and those it was told to. */
  trust(at: Date): Promise<Trust>;
}

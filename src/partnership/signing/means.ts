import type { Assurance } from '#platform/actor.ts';
import type { DocumentRenderer } from '#platform/documents/renderer.ts';
import type { Authority } from '#platform/signatures/authority.ts';
import type { Trust } from '#platform/signatures/report.ts';
import type { TimestampAuthority } from '#platform/signatures/timestamp-authority.ts';

/** What documents are signed and sealed with, and what is demanded of those who sign. */
export interface SigningMeans {
  /** How surely a signatory must have signed in. */
  assurance: Assurance;
  renderer: DocumentRenderer;
  authority: Authority;
  /** Null where no time authority is set up. */
  timestamps: TimestampAuthority | null;
  /** Whom our own validation believes, for the look at the sealed file. */
  trust(now: Date): Promise<Trust>;
}

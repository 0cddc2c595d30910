import type { Outcome } from '#kernel/outcome.ts';
import type { SignerIdentity } from './signer.ts';

/**
 * Whoever signs what has been prepared, in a person's name: the port to a signing service of Sweden Connect's kind, which
 * takes the person to a page of its own, lets them identify themselves there, and sends back what it has signed.
 * Its local twin is this program's own authority, which answers at once.
 */
export interface SigningService {
  begin(request: SigningRequest): Promise<Outcome<Begun>>;
  /** What came back with the person, for a request that went elsewhere. */
  finish(reference: string, answer: Record<string, string>): Promise<Outcome<Uint8Array>>;
  /** Whether a signature can be had now. */
  ready(): Promise<Outcome<null>>;
}

interface SigningRequest {
  person: SignerIdentity;
  /** SHA-256 of the two ranges of the prepared document. */
  digest: Uint8Array;
  /** What the person is told that they sign. */
  about: string;
  at: Date;
  /** Where the person is sent back to. */
  returnTo: URL;
}

/** Signed at once, as CMS, or a form by which the person's browser goes to the service. */
type Begun = { kind: 'signed'; cms: Uint8Array } | { kind: 'elsewhere'; reference: string; action: URL; fields: Record<string, string> };

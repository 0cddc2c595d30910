import type { Outcome } from '#kernel/outcome.ts';
import type { SignerIdentity } from './signer.ts';

/**
 * Whoever signs what has been prepared, in a person's name: the port to a signing service of Sweden Connect's kind, which
 * takes the person to a page of its own, lets them identify themselves there, and sends back what it has signed.
 * Its local twin is this program's own authority, which answers at once.
 */
export interface SigningService {
  /** Roots, as DER, that its certificates lead to. */
  roots: Uint8Array[];
  begin(request: SigningRequest): Promise<Outcome<Begun>>;
  /** Which request an answer says that it is to; null where it says nothing. */
  referenceIn(answer: Answer): string | null;
  /** The signature, as CMS, that came back with the person, for a request that went elsewhere. Whether it holds is not asked here. */
  finish(reference: string, answer: Answer): Promise<Outcome<Uint8Array>>;
  /** Whether a signature can be had now. */
  ready(): Promise<Outcome<null>>;
}

/** The fields of the form that somebody came back by. */
export type Answer = Record<string, string>;

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

/** A form by which the person's browser goes to the service. */
export interface WayThere {
  action: URL;
  fields: Record<string, string>;
}

/** Signed at once, as CMS, or elsewhere. */
type Begun = { kind: 'signed'; cms: Uint8Array } | ({ kind: 'elsewhere'; reference: string } & WayThere);

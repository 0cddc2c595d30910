/** What a signed PDF is worth: shared by the page, the command line and whoever receives or seals one. */
export interface ValidationReport {
  format: 'handslag.validation/1';
  /** Of the file as it came. */
  sha256: string;
  /**
   * `whole`: every signature holds and nothing was changed between or after them. `incomplete`: what is there holds, but a
   * reserved place is empty. `changed`: what was signed stands as it was signed, and something was added or changed later.
   * `broken`: a signature does not hold. Trust is not weighed in.
   */
  verdict: 'whole' | 'incomplete' | 'changed' | 'broken' | 'unsigned' | 'unreadable';
  /** Apart from the verdict: every signature holds and leads to a root that is trusted here. False where there is none. */
  isTrusted: boolean;
  /** In the order they were made. */
  signatures: SignatureReport[];
  /** Names of reserved places that nobody has signed. */
  emptyFields: string[];
  /** What is wrong with the file as a whole. */
  problems: Problem[];
}

export interface SignatureReport {
  field: string;
  /** A person's or an organisation's signature, or a timestamp over the whole document. */
  kind: 'signature' | 'timestamp';
  /** As the certificate says it; null where there is none to read. */
  signer: { name: string; organisation: string | null; serialNumber: string | null; assurance: string | null; signedInBy: string | null } | null;
  /** Who issued the certificate. */
  issuer: string | null;
  /** ISO times: what the file itself says, and what a timestamp that holds proves. */
  claimedAt: string | null;
  provenAt: string | null;
  level: Level;
  /** Why the signature itself does not hold; empty where it does. */
  integrity: Problem[];
  /** Why one need not believe that it is theirs; empty where the chain leads to a trusted root. */
  trust: Problem[];
  /** Worth knowing, and against neither. */
  remarks: Problem[];
  /** What was changed after this signature and before the next, or after the last. A later signature, timestamp or validation data is no change. */
  changes: Change[];
  /** Every byte up to the end of the file is signed by it. */
  coversWholeFile: boolean;
  /** Names from the signer's certificate up. */
  chain: string[];
}

/** PAdES' levels (ETSI EN 319 142-1); `CMS` is a signature of an older kind, `timestamp` one of no person. */
export type Level = 'B-B' | 'B-T' | 'B-LT' | 'B-LTA' | 'CMS' | 'timestamp';

/** A code with words in `messages/`, and what its sentence needs to know. */
export interface Problem {
  code: ProblemCode;
  facts?: Record<string, string | number>;
}

export type ProblemCode =
  | 'algorithm-weak'
  | 'busy'
  | 'bytes-after-the-end'
  | 'byte-range-wrong'
  | 'certificate-not-for-signing'
  | 'certificate-not-valid-then'
  | 'certificate-revoked'
  | 'chain-broken'
  | 'content-altered'
  | 'encrypted'
  | 'not-a-pdf'
  | 'padding-used'
  | 'parser-gave-up'
  | 'revocation-unknown'
  | 'root-unknown'
  | 'signature-removed'
  | 'signature-twice'
  | 'signature-unreadable'
  | 'signature-wrong'
  | 'signer-not-bound'
  | 'signer-unknown'
  | 'structure-damaged'
  | 'time-unproven'
  | 'timestamp-not-over-this'
  | 'timestamp-untrusted'
  | 'timestamp-wrong'
  | 'too-large';

/** Something that differs between two revisions. */
export interface Change {
  kind: 'page' | 'annotation' | 'form-field' | 'visible-signature' | 'attachment' | 'metadata' | 'structure';
  /** Counted from 1, where it is on one. */
  page: number | null;
  /** Where in the file's structure, for those who look closer. */
  path: string;
}

/** Whom one trusts: DER certificates of roots, for people and for time, and revocation lists one holds beside the file's own. */
export interface Trust {
  roots: Uint8Array[];
  timestampRoots: Uint8Array[];
  revocationLists: Uint8Array[];
  /** When it is asked. */
  at: Date;
}

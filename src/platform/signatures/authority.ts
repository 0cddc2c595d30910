import type { OneTimeSigner, SignerIdentity } from './signer.ts';

/** Whoever vouches for who signs: a root, an issuing certificate under it, and a certificate for each signature. */
export interface Authority {
  /** DER. */
  root: Uint8Array;
  issuing: Uint8Array;
  /** The root's own revocation list, as DER: whether the issuing certificate still stands. */
  rootRevocationList: Uint8Array;
  /** A new key and a certificate for it; the key signs once and is never kept. */
  issue(person: SignerIdentity, now: Date): Promise<OneTimeSigner>;
  /** The issuing certificate's revocation list, as DER, for the coming week. */
  revocationList(now: Date): Promise<Uint8Array>;
  /** Calls back a certificate, by its serial number in hexadecimal, from this moment on. Once only; a second time changes nothing. */
  revoke(serialNumber: string, now: Date): Promise<void>;
}

/** What an authority is called, and where its revocation list is found. */
export interface AuthoritySettings {
  /** Stands as organisation in its certificates. */
  name: string;
  /** The address that people see, from which the revocation list is fetched; null where nobody else reaches the program. */
  origin: URL | null;
  /** When it is opened: the first time, its certificates are valid from then on. */
  now: Date;
}

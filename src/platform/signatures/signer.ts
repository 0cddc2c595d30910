import type { Assurance } from '../actor.ts';

/** Who signs, as the sign-in said it. It becomes the certificate: name, a lasting pseudonym of the account, and how the person signed in. */
export interface SignerIdentity {
  name: string;
  /** Where both are known. */
  surname?: string;
  givenName?: string;
  accountId: string;
  assurance: Assurance;
  /** What the person signed in by: the issuer of an identity, or one of this program's own ways. */
  signedInBy: string;
  signedInAt: Date;
}

/** The longest name that a certificate has room for. */
const LONGEST_NAME = 64;

/** A name as it stands in a certificate. */
export const nameInCertificate = (name: string): string => [...name].slice(0, LONGEST_NAME).join('');

/** A key that signs once, with the certificate that says whose it is. */
export interface OneTimeSigner {
  /** The name in the certificate. */
  name: string;
  /** DER. */
  certificate: Uint8Array;
  /** DER, from who issued it up to the root. */
  chain: Uint8Array[];
  /** A signature over these bytes as CMS wants it, by ECDSA P-256 with SHA-256. Throws when it is asked a second time. */
  sign(bytes: Uint8Array): Promise<Uint8Array>;
}

import type { Issuer } from './authority-certificates.ts';
import { ownBuffer } from './bytes.ts';
import { SIGNING, x509 } from './x509.ts';

/** A certificate that has been called back, by its serial number in hexadecimal. */
export interface Revoked {
  serialNumber: string;
  /** ISO time. */
  at: string;
}

/** The list of what an issuer has called back, as DER. Its number follows the clock, so that a later one is known to be later. */
export async function revocationListBy({ certificate, key }: Issuer, { now, until, revoked }: { now: Date; until: Date; revoked: Revoked[] }): Promise<Uint8Array> {
  const list = await x509.X509CrlGenerator.create({
    issuer: certificate.subjectName,
    thisUpdate: now,
    nextUpdate: until,
    signingKey: key,
    signingAlgorithm: SIGNING,
    // A reason is always given: without one the library writes an empty list of extensions, which readers refuse.
    entries: revoked.map(({ serialNumber, at }) => ({ serialNumber, revocationDate: new Date(at), reason: x509.X509CrlReason.privilegeWithdrawn })),
    extensions: [await x509.AuthorityKeyIdentifierExtension.create(certificate), new x509.Extension('2.5.29.20', false, ownBuffer(numberOf(now)))],
  });
  return new Uint8Array(list.rawData);
}

/** The seconds of the clock as a DER integer. */
function numberOf(now: Date): Uint8Array {
  const bytes = Buffer.alloc(5);
  bytes.writeUIntBE(Math.floor(now.getTime() / 1000), 0, 5);
  return new Uint8Array([2, bytes.length, ...bytes]);
}

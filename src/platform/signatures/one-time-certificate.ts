import * as pkijs from 'pkijs';
import { AUTHENTICATION_CONTEXT, authenticationContext } from './authentication-context.ts';
import type { Issuer } from './authority-certificates.ts';
import { ownBuffer, sha256 } from './bytes.ts';
import { nameInCertificate, type OneTimeSigner, type SignerIdentity } from './signer.ts';
import { KEYS, nameOf, newSerialNumber, SIGNING, x509 } from './x509.ts';

const SURNAME = '2.5.4.4';
const GIVEN_NAME = '2.5.4.42';
const SERIAL_NUMBER = '2.5.4.5';

/**
 * A key that cannot be taken out and signs once, and a certificate for it. The certificate lives as long as its issuer:
 * the key is gone the moment it has signed, and simple readers call a signature invalid when its certificate has expired.
 */
export async function oneTimeSigner(issuer: Issuer, root: Uint8Array, person: SignerIdentity, { now, lists }: { now: Date; lists: URL | null }): Promise<OneTimeSigner> {
  const keys = await crypto.subtle.generateKey(KEYS, false, ['sign', 'verify']);
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject: subjectOf(person, root),
    issuer: issuer.certificate.subjectName,
    notBefore: new Date(now.getTime() - 60_000),
    notAfter: issuer.certificate.notAfter,
    publicKey: keys.publicKey,
    signingKey: issuer.key,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(false, undefined, true),
      new x509.KeyUsagesExtension(x509.KeyUsageFlags.nonRepudiation | x509.KeyUsageFlags.digitalSignature, true),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(issuer.certificate),
      ...(lists ? [new x509.CRLDistributionPointsExtension([lists.href])] : []),
      new x509.Extension(AUTHENTICATION_CONTEXT, false, ownBuffer(authenticationContext(person))),
    ],
  });
  let key: CryptoKey | null = keys.privateKey;
  return {
    name: nameInCertificate(person.name),
    certificate: new Uint8Array(certificate.rawData),
    chain: [new Uint8Array(issuer.certificate.rawData), root],
    async sign(bytes) {
      if (!key) throw new Error('a one-time key signs once');
      const once = key;
      key = null;
      const raw = await crypto.subtle.sign(SIGNING, once, new Uint8Array(bytes));
      return new Uint8Array(pkijs.createCMSECDSASignature(ownBuffer(new Uint8Array(raw))));
    },
  };
}

/**
 * The account's pseudonym is the same in every certificate of this authority, says nothing to others, and is no personal
 * number. It is what tells two people of one name apart.
 */
function subjectOf({ name, surname, givenName, accountId }: SignerIdentity, root: Uint8Array) {
  const pseudonym = Buffer.from(sha256(sha256(root), Buffer.from(accountId))).subarray(0, 16).toString('hex');
  const known: [string, string | undefined][] = [['CN', nameInCertificate(name)], [SURNAME, surname], [GIVEN_NAME, givenName], [SERIAL_NUMBER, pseudonym]];
  return nameOf(known.filter((each): each is [string, string] => Boolean(each[1])));
}

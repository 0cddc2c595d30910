import type { AuthoritySettings } from './authority.ts';
import { revocationListBy } from './revocation-list.ts';
import { DAY, KEYS, nameOf, newSerialNumber, SIGNING, x509, YEAR } from './x509.ts';

/** A certificate that may sign others, with its key. */
export interface Issuer {
  certificate: x509.X509Certificate;
  key: CryptoKey;
}

/** A new root and an issuing certificate under it. */
export async function newAuthority({ name, now, origin }: AuthoritySettings): Promise<{ root: Issuer; issuing: Issuer; rootRevocationList: Uint8Array }> {
  const notBefore = new Date(now.getTime() - DAY);
  const keys = await extractable();
  const certificate = await x509.X509CertificateGenerator.createSelfSigned({
    serialNumber: newSerialNumber(),
    name: called(name, 'rot'),
    notBefore,
    notAfter: new Date(now.getTime() + 30 * YEAR),
    keys,
    signingAlgorithm: SIGNING,
    extensions: [new x509.BasicConstraintsExtension(true, undefined, true), mayIssue(), await x509.SubjectKeyIdentifierExtension.create(keys.publicKey)],
  });
  const root = { certificate, key: keys.privateKey };
  // The root's key is meant to lie elsewhere, so its list is made once and is good for as long as the root.
  const rootRevocationList = await revocationListBy(root, { now: notBefore, until: certificate.notAfter, revoked: [] });
  return { root, issuing: await issuingUnder(root, { name, now, origin }), rootRevocationList };
}

async function issuingUnder(root: Issuer, { name, now, origin }: AuthoritySettings): Promise<Issuer> {
  const keys = await extractable();
  const certificate = await x509.X509CertificateGenerator.create({
    serialNumber: newSerialNumber(),
    subject: called(name, 'utfärdare'),
    issuer: root.certificate.subjectName,
    notBefore: new Date(now.getTime() - DAY),
    notAfter: new Date(now.getTime() + 20 * YEAR),
    publicKey: keys.publicKey,
    signingKey: root.key,
    signingAlgorithm: SIGNING,
    extensions: [
      new x509.BasicConstraintsExtension(true, 0, true),
      mayIssue(),
      await x509.SubjectKeyIdentifierExtension.create(keys.publicKey),
      await x509.AuthorityKeyIdentifierExtension.create(root.certificate),
      ...(origin ? [new x509.CRLDistributionPointsExtension([new URL('/signing-authority/root.crl', origin).href])] : []),
    ],
  });
  return { certificate, key: keys.privateKey };
}

const mayIssue = () => new x509.KeyUsagesExtension(x509.KeyUsageFlags.keyCertSign | x509.KeyUsageFlags.cRLSign, true);

const called = (name: string, part: string) => nameOf([['C', 'SE'], ['O', name], ['CN', `${name.slice(0, 50)} ${part}`]]);

const extractable = (): Promise<CryptoKeyPair> => crypto.subtle.generateKey(KEYS, true, ['sign', 'verify']);

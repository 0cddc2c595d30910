import type { X509Certificate } from 'node:crypto';
import * as pkijs from 'pkijs';
import { ownBuffer } from '../bytes.ts';
import type { Problem } from '../report.ts';
import { verifies } from './algorithms.ts';

/** The way from a certificate to a root that is trusted, or why there is none. */
export interface Path {
  trust: Problem[];
  certificates: X509Certificate[];
  /** Every certificate below the root has a revocation list that speaks of it. */
  isRevocationKnown: boolean;
}

export interface Known {
  roots: X509Certificate[];
  /** Certificates that may stand between. */
  others: X509Certificate[];
  lists: pkijs.CertificateRevocationList[];
}

const LONGEST = 8;

/** Follows a certificate to a trusted root, each step valid at the moment and not called back by then. */
export function pathFrom(leaf: X509Certificate, { roots, others, lists }: Known, at: Date): Path {
  const trust: Problem[] = [];
  const certificates: X509Certificate[] = [];
  let isRevocationKnown = true;
  let current = leaf;
  for (;;) {
    certificates.push(current);
    if (at < current.validFromDate || at > current.validToDate) trust.push({ code: 'certificate-not-valid-then', facts: { name: commonName(current) } });
    if (roots.some((root) => same(root, current))) return { trust, certificates, isRevocationKnown };
    const issuer = [...roots, ...others].find((each) => !same(each, current) && mayHaveIssued(each, current, certificates.length - 1));
    if (!issuer || certificates.length === LONGEST) {
      trust.push({ code: isSelfIssued(current) ? 'root-unknown' : 'chain-broken', facts: { name: commonName(current) } });
      return { trust, certificates, isRevocationKnown: false };
    }
    const revoked = revocation(current, issuer, lists);
    if (revoked === 'unknown') isRevocationKnown = false;
    else if (revoked && revoked <= at) trust.push({ code: 'certificate-revoked', facts: { name: commonName(current), date: revoked.toISOString().slice(0, 10) } });
    current = issuer;
  }
}

const same = (one: X509Certificate, other: X509Certificate): boolean => one.fingerprint256 === other.fingerprint256;

const isSelfIssued = (certificate: X509Certificate): boolean => certificate.subject === certificate.issuer;

/** An issuer is one: it may have so many certificates of issuers between itself and the signer's, and its key has signed. */
function mayHaveIssued(issuer: X509Certificate, certificate: X509Certificate, between: number): boolean {
  return issuer.ca && certificate.checkIssued(issuer) && between <= pathLength(issuer) && certificate.verify(issuer.publicKey);
}

function pathLength(certificate: X509Certificate): number {
  const constraints = extension(certificate, '2.5.29.19');
  const limit = constraints instanceof pkijs.BasicConstraints ? constraints.pathLenConstraint : undefined;
  return typeof limit === 'number' ? limit : Number.POSITIVE_INFINITY;
}

/** What an extension says, as the library reads it; undefined where there is none. */
export function extension(certificate: X509Certificate, oid: string): unknown {
  const { extensions } = pkijs.Certificate.fromBER(ownBuffer(certificate.raw));
  return extensions?.find(({ extnID }) => extnID === oid)?.parsedValue;
}

/** When the certificate was called back, null where the newest list of its issuer does not name it. */
function revocation(certificate: X509Certificate, issuer: X509Certificate, lists: pkijs.CertificateRevocationList[]): Date | null | 'unknown' {
  const [newest] = lists.filter((list) => isBy(list, issuer)).sort((one, other) => other.thisUpdate.value.getTime() - one.thisUpdate.value.getTime());
  if (!newest) return 'unknown';
  const number = bare(certificate.serialNumber);
  const entry = newest.revokedCertificates?.find(({ userCertificate }) => bare(Buffer.from(userCertificate.valueBlock.valueHexView).toString('hex')) === number);
  return entry?.revocationDate.value ?? null;
}

const isBy = (list: pkijs.CertificateRevocationList, issuer: X509Certificate): boolean =>
  verifies({ algorithm: list.signatureAlgorithm, digest: null }, issuer.publicKey, list.tbsView, list.signatureValue.valueBlock.valueHexView) === true;

const bare = (hexadecimal: string): string => hexadecimal.toLowerCase().replace(/^0+/, '');

/** What a certificate calls its owner. */
export const commonName = (certificate: X509Certificate): string => attribute(certificate, 'CN') ?? attribute(certificate, 'O') ?? certificate.subject.replaceAll('\n', ', ');

/** One attribute of the owner's name, as it was written. */
export function attribute(certificate: X509Certificate, name: 'CN' | 'O' | 'serialNumber'): string | null {
  const { subject } = certificate.toLegacyObject();
  const value = (subject as unknown as Record<string, string | string[] | undefined>)[name];
  return (Array.isArray(value) ? value.join(', ') : value) ?? null;
}

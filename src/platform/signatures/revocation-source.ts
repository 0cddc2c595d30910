import type { RevocationProvider } from '@libpdf/core';
import type { Authority } from './authority.ts';
import { x509 } from './x509.ts';

/** Seconds a time authority's own list may take to come. */
const SECONDS = 10;

/** The largest list that is put into a document, in bytes. */
const LARGEST = 2_000_000;

/** The revocation lists that a document needs: our own, and for a time authority the one its certificate names, where it can be had. */
export async function revocationSource(authority: Authority, at: Date): Promise<RevocationProvider> {
  const own = new Map([
    [subjectOf(authority.issuing), await authority.revocationList(at)],
    [subjectOf(authority.root), authority.rootRevocationList],
  ]);
  return {
    async getCRL(der) {
      const certificate = new x509.X509Certificate(new Uint8Array(der));
      if (certificate.issuer === certificate.subject) return null;
      return own.get(certificate.issuer) ?? fetched(certificate);
    },
  };
}

const subjectOf = (der: Uint8Array): string => new x509.X509Certificate(new Uint8Array(der)).subject;

/** The certificate is one that a time authority we chose has answered with; a list that cannot be had is simply not there. */
async function fetched(certificate: x509.X509Certificate): Promise<Uint8Array | null> {
  const points = certificate.getExtension(x509.CRLDistributionPointsExtension)?.distributionPoints ?? [];
  const address = points.flatMap((point) => point.distributionPoint?.fullName ?? []).find((name) => /^https?:/.test(name.uniformResourceIdentifier ?? ''))?.uniformResourceIdentifier;
  if (!address) return null;
  try {
    const answer = await fetch(address, { signal: AbortSignal.timeout(SECONDS * 1000), redirect: 'error' });
    const list = new Uint8Array(await answer.arrayBuffer());
    return answer.ok && list.length <= LARGEST ? list : null;
  } catch {
    return null;
  }
}

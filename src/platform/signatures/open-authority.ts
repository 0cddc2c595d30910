import { type Issuer, newAuthority } from './authority-certificates.ts';
import type { Authority, AuthoritySettings } from './authority.ts';
import { authorityFolder, type KeptAuthority } from './authority-folder.ts';
import { oneTimeSigner } from './one-time-certificate.ts';
import { revocationListBy } from './revocation-list.ts';
import { DAY, KEYS, x509 } from './x509.ts';

/** How long a revocation list is good for. */
const LIST_DAYS = 7;

/**
 * The authority that is kept in the folder; the first time, a new one. Throws `StartFailure` where the folder cannot be
 * read or written, or lets others on the machine read a key.
 */
export async function openAuthority(folder: string, settings: AuthoritySettings): Promise<Authority> {
  const kept = authorityFolder(folder);
  const { root, issuing, issuingKey, rootRevocationList } = (await kept.read()) ?? (await kept.keepFirst(await made(settings)));
  const issuer: Issuer = { certificate: new x509.X509Certificate(new Uint8Array(issuing)), key: await signingKey(issuingKey) };
  const lists = settings.origin && new URL('/signing-authority/revocations.crl', settings.origin);
  return {
    root,
    issuing,
    rootRevocationList,
    issue: (person, now) => oneTimeSigner(issuer, root, person, { now, lists }),
    revocationList: async (now) => revocationListBy(issuer, { now, until: new Date(now.getTime() + LIST_DAYS * DAY), revoked: await kept.revoked() }),
    revoke: (serialNumber, now) => kept.revoke({ serialNumber, at: now.toISOString() }),
  };
}

async function made(settings: AuthoritySettings): Promise<KeptAuthority & { rootKey: Uint8Array }> {
  const { root, issuing, rootRevocationList } = await newAuthority(settings);
  const der = ({ certificate }: Issuer) => new Uint8Array(certificate.rawData);
  return { root: der(root), issuing: der(issuing), rootRevocationList, issuingKey: await exported(issuing.key), rootKey: await exported(root.key) };
}

const exported = async (key: CryptoKey): Promise<Uint8Array> => new Uint8Array(await crypto.subtle.exportKey('pkcs8', key));

const signingKey = (pkcs8: Uint8Array): Promise<CryptoKey> => crypto.subtle.importKey('pkcs8', new Uint8Array(pkcs8), KEYS, false, ['sign']);

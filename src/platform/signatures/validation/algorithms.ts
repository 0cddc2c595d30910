import { constants, createHash, type KeyObject, verify } from 'node:crypto';
import * as pkijs from 'pkijs';

/** Hashes that still prove something. SHA-1 and MD5 do not: two documents can be made with one hash. */
const HASHES: Record<string, string> = {
  '2.16.840.1.101.3.4.2.1': 'sha256',
  '2.16.840.1.101.3.4.2.2': 'sha384',
  '2.16.840.1.101.3.4.2.3': 'sha512',
  '2.16.840.1.101.3.4.2.8': 'sha3-256',
  '2.16.840.1.101.3.4.2.9': 'sha3-384',
  '2.16.840.1.101.3.4.2.10': 'sha3-512',
};

/** Signatures whose name says their hash. */
const WITH_HASH: Record<string, string> = {
  '1.2.840.113549.1.1.11': 'sha256',
  '1.2.840.113549.1.1.12': 'sha384',
  '1.2.840.113549.1.1.13': 'sha512',
  '1.2.840.10045.4.3.2': 'sha256',
  '1.2.840.10045.4.3.3': 'sha384',
  '1.2.840.10045.4.3.4': 'sha512',
};

/** Those that leave it to the digest algorithm beside them: bare RSA and bare elliptic curves. */
const BARE = new Set(['1.2.840.113549.1.1.1', '1.2.840.10045.2.1']);
const RSA_PSS = '1.2.840.113549.1.1.10';
const EDWARDS = new Set(['1.3.101.112', '1.3.101.113']);

/** The name of a hash that still proves something, else null. */
export const hashNamed = (oid: string): string | null => HASHES[oid] ?? null;

export const digestOf = (hash: string, parts: Uint8Array[]): Uint8Array => {
  const work = createHash(hash);
  for (const part of parts) work.update(part);
  return work.digest();
};

/** Whether the signature is this key's over these bytes; null where its method proves nothing or is not known. */
export function verifies({ algorithm, digest }: { algorithm: pkijs.AlgorithmIdentifier; digest: string | null }, key: KeyObject, bytes: Uint8Array, signature: Uint8Array): boolean | null {
  const { algorithmId } = algorithm;
  if (EDWARDS.has(algorithmId)) return holds(null, bytes, key, signature);
  if (algorithmId === RSA_PSS) {
    const hash = hashNamed(new pkijs.RSASSAPSSParams({ schema: algorithm.algorithmParams }).hashAlgorithm.algorithmId);
    return hash === null ? null : holds(hash, bytes, { key, padding: constants.RSA_PKCS1_PSS_PADDING }, signature);
  }
  const hash = WITH_HASH[algorithmId] ?? (BARE.has(algorithmId) ? digest : null);
  return hash === null ? null : holds(hash, bytes, key, signature);
}

type Key = Parameters<typeof verify>[2];

/** A signature that cannot even be read is not one. */
function holds(hash: string | null, bytes: Uint8Array, key: Key, signature: Uint8Array): boolean {
  try {
    return verify(hash, bytes, key, signature);
  } catch {
    return false;
  }
}

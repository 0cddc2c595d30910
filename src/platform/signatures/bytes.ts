import { createHash } from 'node:crypto';

export const sha256 = (...parts: Uint8Array[]): Uint8Array => {
  const hash = createHash('sha256');
  for (const part of parts) hash.update(part);
  return new Uint8Array(hash.digest());
};

/** The same bytes in a buffer of their own: Node's small buffers share one, and ASN.1 readers take all of it. */
export const ownBuffer = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer;

export const sameBytes = (some: Uint8Array, others: Uint8Array): boolean => Buffer.compare(some, others) === 0;

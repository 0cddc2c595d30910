import * as pkijs from 'pkijs';
import type { X509Certificate } from 'node:crypto';
import { ownBuffer, sameBytes } from '../bytes.ts';
import type { Problem } from '../report.ts';
import { digestOf, hashNamed } from './algorithms.ts';
import { checkSigned } from './signed-data.ts';

/** A timestamp taken apart. */
export interface Token {
  integrity: Problem[];
  /** When the authority says that it was. */
  at: Date;
  certificate: X509Certificate | null;
  certificates: X509Certificate[];
  info: pkijs.TSTInfo;
}

const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';

/** Checks a timestamp (RFC 3161) over these bytes, or over a SHA-256 hash: its signature, that its signer may give the time, and that it is over just that. Throws where it cannot be read. */
export function checkToken(der: Uint8Array, over: Uint8Array[] | { hash: Uint8Array }): Token {
  const { integrity, certificate, certificates, content } = checkSigned(der, null);
  if (!content) throw new Error('a timestamp carries what it says');
  const info = pkijs.TSTInfo.fromBER(ownBuffer(content));
  const hash = hashNamed(info.messageImprint.hashAlgorithm.algorithmId);
  const problems: Problem[] = integrity.length > 0 || !certificate?.keyUsage?.includes(TIME_STAMPING) ? [{ code: 'timestamp-wrong' }] : [];
  const expected = Array.isArray(over) ? hash && digestOf(hash, over) : hash === 'sha256' ? over.hash : null;
  if (!expected || !sameBytes(info.messageImprint.hashedMessage.valueBlock.valueHexView, expected)) problems.push({ code: 'timestamp-not-over-this' });
  return { integrity: problems, at: info.genTime, certificate, certificates, info };
}

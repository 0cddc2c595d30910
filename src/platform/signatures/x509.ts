// The certificate library reads the metadata of its own classes, so that comes first.
// oxlint-disable-next-line import/no-unassigned-import
import 'reflect-metadata';
import * as x509 from '@peculiar/x509';

x509.cryptoProvider.set(crypto);

export { x509 };

/** Every key of ours is on the curve P-256, and signs with SHA-256. */
export const KEYS = { name: 'ECDSA', namedCurve: 'P-256' } as const;
export const SIGNING = { name: 'ECDSA', hash: 'SHA-256' } as const;

/** Attributes that X.520 writes in letters without accents: a country, and a serial number. */
const PLAIN = new Set(['C', '2.5.4.5']);

/** A name of attributes in order. Each is given as what it is, for the library looks for quotes and signs in a bare text. */
export const nameOf = (attributes: [string, string][]): x509.Name =>
  new x509.Name(attributes.map(([type, text]) => ({ [type]: [PLAIN.has(type) ? { printableString: text } : { utf8String: text }] })));

export const DAY = 24 * 60 * 60 * 1000;
export const YEAR = 365.25 * DAY;

/** A positive number of sixteen bytes whose first bit is clear and second set, so that it is as long however it is written. */
export function newSerialNumber(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[0] = (bytes[0] & 0x7f) | 0x40;
  return Buffer.from(bytes).toString('hex');
}

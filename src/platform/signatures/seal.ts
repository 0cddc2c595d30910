import { PDF, type RevocationProvider } from '@libpdf/core';
import type { Authority } from './authority.ts';
import { mustFollow, SEAL_FIELD } from './reserve-fields.ts';
import { revocationSource } from './revocation-source.ts';
import type { TimestampAuthority } from './timestamp-authority.ts';

export interface SealInput {
  authority: Authority;
  timestamps: TimestampAuthority | null;
  at: Date;
}

/**
 * Makes a signed document last: adds the certificates and revocation lists that its signatures are checked by (B-LT), and
 * with a time authority a timestamp over all of it with what that is checked by (B-LTA). Appends to the file. Throws
 * `NoTimestamp` where the time authority gives none.
 */
export async function seal(pdf: Uint8Array, { authority, timestamps, at }: SealInput): Promise<Uint8Array> {
  const revocationProvider = await revocationSource(authority, at);
  const { bytes } = await (await PDF.load(pdf)).addValidationData({ revocationProvider });
  return new Uint8Array(mustFollow(pdf, timestamps ? await stamped(bytes, timestamps, revocationProvider) : bytes));
}

async function stamped(pdf: Uint8Array, timestamps: TimestampAuthority, revocationProvider: RevocationProvider): Promise<Uint8Array> {
  const document = await PDF.load(pdf);
  const { bytes } = await document.addTimestamp({
    timestampAuthority: { timestamp: (digest) => timestamps.stamp(digest) },
    fieldName: SEAL_FIELD,
    longTermValidation: true,
    revocationProvider,
  });
  return bytes;
}

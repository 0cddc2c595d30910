import { signedCms, withTimestamp } from './cms.ts';
import { embed, prepare, type Prepared } from './prepare.ts';
import type { OneTimeSigner } from './signer.ts';
import type { TimestampAuthority } from './timestamp-authority.ts';

export interface SignInput {
  /** A place that `reserveFields` has made. */
  field: string;
  signer: OneTimeSigner;
  reason: string | null;
  at: Date;
  /** Null: nobody proves when it was signed (B-B). */
  timestamps: TimestampAuthority | null;
}

/**
 * Signs a document of this program's own making in a reserved place, as PAdES B-B, or B-T with a time authority. Appends to
 * the file, so that every earlier signature stands. Throws `NoTimestamp` where the time authority gives none.
 */
export async function signField(pdf: Uint8Array, { field, signer, reason, at, timestamps }: SignInput): Promise<Uint8Array> {
  const prepared = await prepare(pdf, { field, name: signer.name, reason, at });
  return complete(prepared, await signedCms(prepared.digest, signer), timestamps);
}

/** A prepared document with the signature that somebody, perhaps elsewhere and later, has made over its digest. */
export async function complete(prepared: Omit<Prepared, 'digest'>, cms: Uint8Array, timestamps: TimestampAuthority | null): Promise<Uint8Array> {
  return embed(prepared, timestamps ? await withTimestamp(cms, (hash) => timestamps.stamp(hash)) : cms);
}

import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Person } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { mustFollowOn } from './growing-file.ts';
import type { Signatory, Signature, SignedIn, SigningRecords } from './model.ts';
import { newestFile, placeOfSignatory } from './rules/status.ts';

interface Upon {
  records: SigningRecords;
  signatory: Signatory;
  actor: Person;
  signedIn: SignedIn;
  /** The newest file. */
  previous: Uint8Array;
}

/**
 * A signature as it is recorded, made upon the newest file: kept by its hash before anything says that it is there. The name
 * is the one in the certificate. Refused where nobody vouches for the time just now.
 */
export async function signatureUpon(context: Context, { records, signatory, actor, signedIn, previous }: Upon, make: () => Promise<Outcome<{ bytes: Uint8Array; name: string }>>): Promise<Outcome<Signature>> {
  const made = await make().catch((fault: unknown) => {
    if (fault instanceof Error && fault.name === 'NoTimestamp') return refuse('conflict', 'signing.no-time-just-now');
    throw fault;
  });
  if (!made.ok) return made;
  const { bytes, name } = made.value;
  mustFollowOn(previous, bytes);
  return done({
    placeId: placeOfSignatory(records.signing, signatory.id)!.id,
    signatoryId: signatory.id,
    revision: 1 + records.signatures.length,
    manner: 'electronic',
    previousSha256: newestFile(records),
    sha256: await context.files.put(bytes),
    scan: null,
    signedAt: context.clock.now(),
    by: { id: actor.id, name },
    assurance: actor.assurance,
    signedIn,
  });
}

import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { demand } from '#platform/access/assurance.ts';
import type { Person } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { writeLetters } from '../letters/write.ts';
import type { Signatory, Signature, SignedIn, SigningRecords } from '../model.ts';
import { askSigning, noSuchSigning } from '../own-signing.ts';
import { maySignAs } from '../policy.ts';
import { fieldOf, newestFile, placeOfSignatory, statusOf } from '../rules/status.ts';
import { turnOf } from '../rules/turn.ts';
import { holdRecords } from '../store/records.server.ts';
import { insertSignature } from '../store/signatures.server.ts';

interface Signing {
  signatoryId: string;
  /** The checksum of the file that was shown: what was read is what is signed. */
  sha256: string;
  /** Ticked: has read the whole of it, and has the right to sign for the party. */
  hasRead: boolean;
  /** Null where the session is not known: then nobody signs. */
  signedIn: SignedIn | null;
  /** Where Handslag is reached, for the letter to whoever is next. */
  house: string | null;
}

/** What came of a signature; `complete` when it was the last one needed. */
interface Signed {
  signingId: string;
  complete: boolean;
}

/**
 * Signs a place in the name of the person who asks: with a key and a certificate of their own for this once, added to
 * the newest file, which stays as it was to its last byte. Whose turn it is, and that nobody has signed there, is decided
 * while the signing is held. Where somebody else signed meanwhile the signature is made again upon theirs.
 */
export async function sign(context: Context, { signatoryId, sha256, hasRead, signedIn, house }: Signing): Promise<Outcome<Signed>> {
  const { actor } = context;
  if (actor.kind !== 'person') return signInFirst();
  for (;;) {
    const asked = await askSigning(context, signatoryId);
    if (!asked.ok) return asked;
    const { records, signatory } = asked.value;
    const turn = turnOf(records, signatoryId, context.clock.today());
    if (!turn.ok) return turn;
    const sure = demand(actor, records.signing.sent!.assurance);
    if (!sure.ok) return sure;
    if (records.signing.sent!.frozenSha256 !== sha256) return refuse('conflict', 'signing.another-file');
    if (!signedIn) return signInFirst();
    if (!hasRead) return refuse('invalid', 'signing.not-read', { path: 'hasRead' });

    const signature = await signed(context, { records, signatory, actor, signedIn });
    if (!signature.ok) return signature;
    const kept = await keep(context, signature.value, house);
    if (kept !== 'overtaken') return kept;
  }
}

/** The file with the signature in it, kept by its hash before anything says that it is there. Refused where nobody vouches for the time just now. */
async function signed(context: Context, { records, signatory, actor, signedIn }: { records: SigningRecords; signatory: Signatory; actor: Person; signedIn: SignedIn }): Promise<Outcome<Signature>> {
  const at = context.clock.now();
  const place = placeOfSignatory(records.signing, signatory.id)!;
  const previousSha256 = newestFile(records);
  const previous = await keptFile(context, previousSha256);
  const authority = await context.signatures.authority();
  const signer = await authority.issue({ name: actor.name, accountId: actor.id, assurance: actor.assurance, signedInBy: signedIn.by, signedInAt: signedIn.at }, at);
  const { signField } = await import('#platform/signatures/sign-field.ts');
  const next = await signField(previous, { field: fieldOf(place), signer, reason: null, at, timestamps: context.signatures.timestamps }).catch((fault: unknown) => {
    if (fault instanceof Error && fault.name === 'NoTimestamp') return null;
    throw fault;
  });
  if (!next) return refuse('conflict', 'signing.no-time-just-now');
  mustFollowOn(previous, next);
  return done({
    placeId: place.id,
    signatoryId: signatory.id,
    revision: 1 + records.signatures.length,
    manner: 'electronic',
    previousSha256,
    sha256: await context.files.put(next),
    scan: null,
    signedAt: at,
    by: { id: actor.id, name: actor.name },
    assurance: actor.assurance,
    signedIn,
  });
}

const keep = (context: Context, signature: Signature, house: string | null): Promise<Outcome<Signed> | 'overtaken'> =>
  inTransaction(context, async (inside) => {
    const asked = await askSigning(inside, signature.signatoryId);
    const records = asked.ok ? await holdRecords(inside, asked.value.records.signing.id) : null;
    if (!asked.ok || !records || !maySignAs(inside.actor, asked.value.signatory)) return noSuchSigning();
    const turn = turnOf(records, signature.signatoryId, inside.clock.today());
    if (!turn.ok) return turn;
    if (newestFile(records) !== signature.previousSha256) return 'overtaken';
    return keepSignature(inside, records, { signature, house });
  });

/** Keeps a signature of a signing that is held, and asks whoever is next. */
export async function keepSignature(inside: Context, records: SigningRecords, { signature, house }: { signature: Signature; house: string | null }): Promise<Outcome<Signed>> {
  const { id: signingId, agreementId } = records.signing;
  if (!(await insertSignature(inside, signingId, signature))) return refuse('conflict', 'signing.signed-already');
  const now = { ...records, signatures: [...records.signatures, signature] };
  await writeLetters(inside, now, house);
  const { signatoryId, placeId, revision, sha256, manner, assurance, scan } = signature;
  const organisationId = placeOfSignatory(records.signing, signatoryId)!.organisation.id;
  await witness(inside, { what: 'signing.signed', agreementId, facts: { signingId, signatoryId, placeId, organisationId, revision, sha256, manner, assurance, ...(scan && { scan: scan.sha256 }) } });
  return done({ signingId, complete: statusOf(now, inside.clock.today()) === 'complete' });
}

/** A file that a signing stands on; one that is not kept is a fault. */
export async function keptFile(context: Context, sha256: string): Promise<Uint8Array> {
  const bytes = await context.files.get(sha256);
  if (!bytes) throw new Error(`the file ${sha256} of a signing is not kept`);
  return bytes;
}

/** Throws where a file does not begin with the one before it, byte for byte: then somebody's signature is not what they signed. */
export function mustFollowOn(previous: Uint8Array, next: Uint8Array): void {
  if (next.length <= previous.length || Buffer.compare(next.subarray(0, previous.length), previous) !== 0) throw new Error('a signed file did not grow by its end alone');
}

import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { demand } from '#platform/access/assurance.ts';
import type { Person } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { nameInCertificate } from '#platform/signatures/signer.ts';
import type { WayThere } from '#platform/signatures/signing-service.ts';
import { keptFile } from '../growing-file.ts';
import { keepSignature, type Signed, whileInTurn } from '../keep-signature.ts';
import { type Errand, LIMITS, type Signatory, type Signature, type SignedIn, type SigningRecords } from '../model.ts';
import { askSigning } from '../own-signing.ts';
import { maySignAs } from '../policy.ts';
import { fieldOf, newestFile, placeOfSignatory } from '../rules/status.ts';
import { turnOf } from '../rules/turn.ts';
import { insertErrand } from '../store/errands.server.ts';
import { signatureUpon } from '../signature-upon.ts';

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
  /** The page of ours to which a signing service sends people back. */
  returnTo: URL;
}

/**
 * Signs a place in the name of the person who asks, with whoever signs for the house: at once, or by sending them to a
 * signing service, from which they come back with their signature. It is added to the newest file, which stays as it was to
 * its last byte. Whose turn it is, and that nobody has signed there, is decided while the signing is held. Where somebody
 * else signed meanwhile it is begun again upon theirs.
 */
export async function sign(context: Context, { signatoryId, sha256, hasRead, signedIn, house, returnTo }: Signing): Promise<Outcome<Signed>> {
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

    const begun = await begin(context, { records, signatory, actor, signedIn, returnTo });
    if (!begun.ok) return begun;
    const { signature, errand, way } = begun.value;
    const kept = await whileInTurn(context, maySignAs, signature ?? errand, (inside, held) => (signature ? keepSignature(inside, held, { signature, house }) : keepErrand(inside, held, { errand, way })));
    if (kept !== 'overtaken') return kept;
  }
}

type Begun = { signature: Signature; errand?: never; way?: never } | { signature?: never; errand: Errand; way: WayThere };

/** The file with the signature in it; or with a hole for it, and the way to where it is made. */
async function begin(context: Context, { records, signatory, actor, signedIn, returnTo }: Pick<Signing, 'returnTo'> & { records: SigningRecords; signatory: Signatory; actor: Person; signedIn: SignedIn }): Promise<Outcome<Begun>> {
  const at = context.clock.now();
  const { id: signingId, sent } = records.signing;
  const previousSha256 = newestFile(records);
  const previous = await keptFile(context, previousSha256);
  const { prepare } = await import('#platform/signatures/prepare.ts');
  const prepared = await prepare(previous, { field: fieldOf(placeOfSignatory(records.signing, signatory.id)!), name: nameInCertificate(actor.name), reason: null, at });
  const service = await context.signatures.service();
  const person = { name: actor.name, accountId: actor.id, assurance: actor.assurance, signedInBy: signedIn.by, signedInAt: signedIn.at };
  const begun = await service.begin({ person, digest: prepared.digest, about: sent!.title, at, returnTo });
  if (!begun.ok) return begun;
  if (begun.value.kind === 'elsewhere') {
    const { reference, action, fields } = begun.value;
    const expiresAt = new Date(at.getTime() + LIMITS.errandMinutes * 60_000);
    const errand = { reference, signingId, signatoryId: signatory.id, previousSha256, added: prepared.bytes.subarray(previous.length), hole: prepared.hole, signedIn, begunAt: at, expiresAt, answer: null };
    return done({ errand, way: { action, fields } });
  }
  const { complete } = await import('#platform/signatures/sign-field.ts');
  const { cms } = begun.value;
  const signature = await signatureUpon(context, { records, signatory, actor, signedIn, previous }, async () => done({ bytes: await complete(prepared, cms, context.signatures.timestamps), name: nameInCertificate(actor.name) }));
  return signature.ok ? done({ signature: signature.value }) : signature;
}

/** Awaits whoever goes to sign elsewhere, where nobody else is awaited: two who came back with a signature upon the same file could not both have signed. */
async function keepErrand(inside: Context, { signing: { id: signingId, agreementId } }: SigningRecords, { errand, way }: { errand: Errand; way: WayThere }): Promise<Outcome<Signed>> {
  const { signatoryId, reference, expiresAt } = errand;
  if (inside.actor.kind !== 'person' || !(await insertErrand(inside, inside.actor.id, errand))) return refuse('conflict', 'signing.another-is-signing', { facts: { minutes: LIMITS.errandMinutes } });
  await witness(inside, { what: 'signing.gone-to-sign', agreementId, facts: { signingId, signatoryId, reference, expiresAt } });
  return done({ signingId, complete: false, onward: way });
}

import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { organisationOf } from '#platform/access/standing.ts';
import type { Person } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { documentOf, type FrozenVersion, freezeForSignature } from '#partnership/agreement';
import { organisationsNamed } from '#partnership/people';
import { writeLetters } from '../letters/write.ts';
import type { SigningMeans } from '../means.ts';
import type { SentOut, Signing } from '../model.ts';
import { askOf } from '../own-signing.ts';
import { mayPrepareSigning } from '../policy.ts';
import { rehearse } from '../rehearsal.ts';
import { fieldOf } from '../rules/status.ts';
import { lackingIn } from '../rules/preparation.ts';
import { sayMandate } from '../words.ts';
import { markSent } from '../store/preparation.server.ts';
import { findRecords, holdRecords } from '../store/records.server.ts';

/**
 * Freezes the draft's version and sends it out: what signing and sealing need is tried on the very file first, so that a
 * document that all have signed can also be sealed. Then all places are reserved in it, the file is kept, and whoever's
 * turn it is gets a letter.
 */
export async function sendOut(context: Context, means: SigningMeans, { signingId, house }: { signingId: string; house: string | null }): Promise<Outcome<{ signingId: string }>> {
  if (context.actor.kind !== 'person') return signInFirst();
  const asked = await askOf(context, mayPrepareSigning, await findRecords(context, signingId));
  if (!asked.ok) return asked;
  const { records, place } = asked.value;
  const closed = closedTo(records.signing);
  if (closed) return closed;
  const lacking = lackingIn(records.signing, await organisationsNamed(context, place.organisationIds), context.clock.today());
  if (lacking.length > 0) return { ok: false, refusals: lacking };
  const frozen = await freezeForSignature(context, records.signing.draftId);
  return frozen.ok ? sendFrozen(context, means, { signing: records.signing, frozen: frozen.value, organisation: organisationOf(context.actor, place)!, house }) : frozen;
}

interface Sending {
  /** As it was prepared when the version was frozen. */
  signing: Signing;
  frozen: FrozenVersion;
  /** The side that sends out. */
  organisation: { id: string; name: string };
  house: string | null;
}

/** Makes the file of a frozen version, tries it, and sends it out. */
export async function sendFrozen(context: Context, means: SigningMeans, { signing, frozen, organisation, house }: Sending): Promise<Outcome<{ signingId: string }>> {
  const { actor } = context;
  if (actor.kind !== 'person') return signInFirst();
  const made = await fileOf(context, means, signing, frozen);
  if (!made.ok) return made;
  const fit = await rehearse(context, made.value);
  if (!fit.ok) return fit;
  const sent = await sentOut(context, { actor, organisation, frozen, means, file: made.value });
  return inTransaction(context, async (inside) => {
    const held = await askOf(inside, mayPrepareSigning, await holdRecords(inside, signing.id));
    if (!held.ok) return held;
    const closed = closedTo(held.value.records.signing);
    if (closed) return closed;
    // What is printed on the page of signatures is what was prepared then.
    if (JSON.stringify(held.value.records.signing) !== JSON.stringify(signing)) return refuse('conflict', 'signing.changed-meanwhile');
    await markSent(inside, signing.id, sent);
    await writeLetters(inside, { ...held.value.records, signing: { ...signing, sent } }, house);
    const { id: signingId, agreementId, draftId, expiresOn, ordered, places } = signing;
    await witness(inside, { what: 'signing.sent', agreementId, facts: { signingId, draftId, version: frozen.number, sha256: sent.frozenSha256, places: places.length, ordered, expiresOn } });
    return done({ signingId });
  });
}

const closedTo = ({ sent, ended }: Signing) => (sent || ended ? refuse('conflict', 'signing.sent-already') : null);

/** The document with a place for each signature and all their fields in it. */
async function fileOf(context: Context, { renderer }: SigningMeans, { places }: Signing, frozen: FrozenVersion): Promise<Outcome<Uint8Array>> {
  const signatories = places.map(({ organisation, signatories: [first, ...others] }) => ({
    name: [first, ...others].filter(({ deputy }) => !deputy || others.length === 0).map(({ name }) => name).join(' / '),
    title: first.title,
    party: organisation.name,
    mandate: sayMandate(first.mandate, { locale: 'sv' }),
  }));
  const pdf = await renderer.pdf({ ...documentOf(frozen.content, { date: context.clock.today(), isDraft: false }), signatories });
  if (!pdf.ok) return refuse('conflict', 'signing.cannot-be-set');
  const { reserveFields, SEAL_FIELD } = await import('#platform/signatures/reserve-fields.ts');
  return done(await reserveFields(pdf.value, [...places.map(fieldOf), ...(context.signatures.timestamps ? [SEAL_FIELD] : [])]));
}

async function sentOut(
  context: Context,
  { actor, organisation, frozen, means, file }: { actor: Person; organisation: { id: string; name: string }; frozen: FrozenVersion; means: SigningMeans; file: Uint8Array },
): Promise<SentOut> {
  const { kind, content, versionId, number, sha256 } = frozen;
  return {
    at: context.clock.now(),
    by: { id: actor.id, name: actor.name },
    organisation,
    kind,
    title: content.title,
    version: { id: versionId, number, sha256 },
    content,
    frozenSha256: await context.files.put(file),
    assurance: means.assurance,
  };
}

import canonicalize from 'canonicalize';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { organisationOf } from '#platform/access/standing.ts';
import type { Person } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { approvalsOfDraft, documentOf, freezeForSignature, releaseFromSignature } from '#partnership/agreement';
import { organisationsNamed } from '#partnership/people';
import type { DraftContent } from '#pure/agreement';
import { writeLetters } from '../letters/write.ts';
import type { SigningMeans } from '../means.ts';
import type { SentOut, Signing } from '../model.ts';
import { askOf } from '../own-signing.ts';
import { mayPrepareSigning } from '../policy.ts';
import { rehearse } from '../rehearsal.ts';
import { lackingIn } from '../rules/preparation.ts';
import { fieldOf } from '../rules/status.ts';
import { markSent } from '../store/preparation.server.ts';
import { findRecords, holdRecords } from '../store/records.server.ts';
import { sayMandate } from '../words.ts';

interface Sending {
  signingId: string;
  /** Where Handslag is reached, for the letters. */
  house: string | null;
}

/**
 * Sends a draft out to be signed: makes its file with a place for each signature, tries on that very file all that signing
 * and sealing will need, so that a document that all have signed can also be sealed, and then freezes the version, keeps
 * the file and writes to whoever is first, together or not at all.
 */
export async function sendOut(context: Context, means: SigningMeans, { signingId, house }: Sending): Promise<Outcome<{ signingId: string }>> {
  const { actor } = context;
  if (actor.kind !== 'person') return signInFirst();
  const asked = await askOf(context, mayPrepareSigning, await findRecords(context, signingId));
  if (!asked.ok) return asked;
  const { records, place } = asked.value;
  const { signing } = records;
  if (isClosed(signing)) return sentAlready();
  const lacking = lackingIn(signing, await organisationsNamed(context, place.organisationIds), context.clock.today());
  if (lacking.length > 0) return { ok: false, refusals: lacking };
  const approvals = await approvalsOfDraft(context, signing.draftId);
  if (!approvals.ok) return approvals;
  if (approvals.value.left.length > 0) return { ok: false, refusals: approvals.value.left };

  const { kind, title, clauses, fields, facts } = approvals.value.draft;
  const content: DraftContent = { kind, title, clauses, fields, facts };
  const made = await fileOf(context, means, { signing, content });
  if (!made.ok) return made;
  const fit = await rehearse(context, made.value);
  if (!fit.ok) return fit;
  const file = { frozenSha256: await context.files.put(made.value), content, organisation: organisationOf(actor, place)!, assurance: means.assurance };
  return inTransaction(context, (inside) => keep(inside, signing, { actor, file, house }));
}

/** The document with a place for each signature and all their fields in it. */
async function fileOf(context: Context, { renderer }: SigningMeans, { signing: { places }, content }: { signing: Signing; content: DraftContent }): Promise<Outcome<Uint8Array>> {
  const signatories = places.map(({ organisation, signatories: all }) => {
    const regular = all.filter(({ deputy }) => !deputy);
    const [{ title, mandate }] = regular;
    return { name: regular.map(({ name }) => name).join(' / '), title, party: organisation.name, mandate: sayMandate(mandate, { locale: 'sv' }) };
  });
  const pdf = await renderer.pdf({ ...documentOf(content, { date: context.clock.today(), isDraft: false }), signatories });
  if (!pdf.ok) return refuse('conflict', 'signing.cannot-be-set');
  const { reserveFields, SEAL_FIELD } = await import('#platform/signatures/reserve-fields.ts');
  return done(await reserveFields(pdf.value, [...places.map(fieldOf), ...(context.signatures.timestamps ? [SEAL_FIELD] : [])]));
}

type Frozen = Extract<Awaited<ReturnType<typeof freezeForSignature>>, { ok: true }>['value'];
type MadeFile = Pick<SentOut, 'frozenSha256' | 'content' | 'organisation' | 'assurance'>;

/** Freezes and keeps what was made, where what was prepared and what is frozen are still what the file says. */
async function keep(inside: Context, signing: Signing, { actor, file, house }: { actor: Person; file: MadeFile; house: string | null }): Promise<Outcome<{ signingId: string }>> {
  const held = await askOf(inside, mayPrepareSigning, await holdRecords(inside, signing.id));
  if (!held.ok) return held;
  if (isClosed(held.value.records.signing)) return sentAlready();
  if (!isSame(held.value.records.signing, signing)) return changedMeanwhile();
  const { id: signingId, agreementId, draftId, expiresOn, ordered, places } = signing;
  const frozen = await freezeForSignature(inside, draftId);
  if (!frozen.ok) return frozen;
  if (!isSame(frozen.value.content, file.content)) {
    const released = await releaseFromSignature(inside, draftId);
    return released.ok ? changedMeanwhile() : released;
  }
  const sent = sentOut(inside, frozen.value, { actor, file });
  await markSent(inside, signingId, sent);
  await writeLetters(inside, { ...held.value.records, signing: { ...signing, sent } }, house);
  await witness(inside, { what: 'signing.sent', agreementId, facts: { signingId, draftId, version: frozen.value.number, sha256: sent.frozenSha256, places: places.length, ordered, expiresOn } });
  return done({ signingId });
}

const sentOut = ({ clock }: Context, { kind, content, versionId, number, sha256 }: Frozen, { actor, file }: { actor: Person; file: MadeFile }): SentOut => ({
  ...file,
  at: clock.now(),
  by: { id: actor.id, name: actor.name },
  kind,
  title: content.title,
  version: { id: versionId, number, sha256 },
});

const isClosed = ({ sent, ended }: Signing): boolean => sent !== null || ended !== null;
const isSame = (one: object, other: object): boolean => canonicalize(one) === canonicalize(other);
const sentAlready = () => refuse('conflict', 'signing.sent-already');
const changedMeanwhile = () => refuse('conflict', 'signing.changed-meanwhile');

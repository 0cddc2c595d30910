import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { afterAll } from 'vitest';
import { beginAgreementDraft, readAgreementDraft } from '#partnership/agreement';
import { addSignatory, claimSignatory, prepareSigning, signingOfDraft } from '#partnership/signing';
import { sure } from '#kernel/outcome.ts';
import { letTakePart } from '#platform/access/assignments.ts';
import type { Assurance, Person } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { type DocumentRenderer, documentRenderer } from '#platform/documents/renderer.ts';
import type { DraftContent } from '#pure/agreement';
import type { Signing } from '#pure/signing';
import { sendFrozen } from '../../src/partnership/signing/actions/send-out.ts';

export const HOUSE = 'https://handslag.example';
export const SIGNED_IN = { by: 'passkey', at: new Date('2026-11-21T08:00:00Z') };

let renderer: DocumentRenderer | null = null;
afterAll(() => renderer?.close());

/** What a signing in a test is made with. */
export const means = (assurance: Assurance = 'low') => ({ renderer: (renderer ??= documentRenderer()), assurance });

/** Somebody in a story of signing who holds no role anywhere. */
export const outsider = (house: Context, name: string): Context => contextFor(house, { kind: 'person', id: randomUUID(), name, assurance: 'low', assignments: [] });

export const person = (context: Context): Person => context.actor as Person;
export const addressOf = (context: Context): string => `${person(context).name.toLowerCase().replace(/[^a-zåäö]+/g, '.').replace(/[åä]/g, 'a').replace(/ö/g, 'o')}@example.se`;

/** Somebody as a form describes them. */
export const asTyped = (context: Context, organisationId: string, more: object = {}) => ({
  organisationId,
  placeId: '',
  name: person(context).name,
  title: 'direktör',
  email: addressOf(context),
  mandateKind: 'delegation',
  mandateSource: 'Delegationsordningen 4.2',
  mandateDate: '2024-11-12',
  deputy: false,
  ...more,
});

/** A draft between these organisations that both sides can see. */
export async function sharedDraft(house: Context, writer: Context, organisations: { id: string; name: string }[]): Promise<{ draftId: string; agreementId: string; content: DraftContent }> {
  const parties = organisations.map(({ id, name }, index) => ({ organisationId: id, name, orgNumber: null, sector: index === 0 ? ('public' as const) : ('civil' as const) }));
  const { draftId } = sure(await beginAgreementDraft(writer, { template: 'without-money', organisationId: organisations[0].id, title: 'Läxhjälp på Öster', parties: parties as never }));
  const draft = sure(await readAgreementDraft(writer, draftId));
  await sql`update agreement.draft set shared_at = now(), shared_by = 'test' where id = ${draftId}`.execute(writer.database);
  await letTakePart(house, draft.agreementId, organisations.map(({ id }) => id));
  const { kind, title, clauses, fields, facts } = draft;
  return { draftId, agreementId: draft.agreementId, content: { kind, title, clauses, fields: fields.map((field) => ({ ...field, value: field.value ?? VALUES[field.kind] })), facts } };
}

/** What stands in a field that a template leaves empty. */
const VALUES = { text: 'Uppgift', date: '2027-01-31', amount: 1000, number: 3, months: 3, share: '50 %' } as const;

/** Who signs for which organisation; an array is several of whom any does. */
export type Signers = [organisationId: string, who: Context | Context[]][];

/** Prepares a signing with these people, in this order. */
export async function prepared(sender: Context, draftId: string, signers: Signers): Promise<Signing> {
  const { signingId } = sure(await prepareSigning(sender, { draftId }));
  for (const [organisationId, who] of signers) {
    const [first, ...others] = [who].flat();
    sure(await addSignatory(sender, { signingId, ...asTyped(first, organisationId) }));
    const { places } = (await signingNow(sender, draftId))!;
    for (const other of others) sure(await addSignatory(sender, { signingId, ...asTyped(other, organisationId, { placeId: places.at(-1)!.id }) }));
  }
  return (await signingNow(sender, draftId))!;
}

export const signingNow = async (context: Context, draftId: string): Promise<Signing | null> => sure(await signingOfDraft(context, draftId)).current?.records.signing ?? null;

/** Sends out what is prepared, as if its version had been frozen, and lets those who sign be known. */
export async function sent(sender: Context, { draftId, agreementId, content }: Awaited<ReturnType<typeof sharedDraft>>, signing: Signing, assurance: Assurance = 'low'): Promise<Signing> {
  const frozen = { draftId, agreementId, kind: content.kind, versionId: randomUUID(), number: 1, sha256: '0'.repeat(64), content };
  const organisation = person(sender).assignments[0].organisation!;
  sure(await sendFrozen(sender, means(assurance), { signing, frozen, organisation, house: HOUSE }));
  return (await signingNow(sender, draftId))!;
}

/** The signatory that somebody is in a signing, known to be them. */
export async function known(house: Context, signing: Signing, who: Context): Promise<string> {
  const signatory = signing.places.flatMap(({ signatories }) => signatories).find(({ email }) => email === addressOf(who))!;
  sure(await claimSignatory(house, { signatoryId: signatory.id, accountId: person(who).id, email: addressOf(who) }));
  return signatory.id;
}

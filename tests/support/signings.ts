import { randomUUID } from 'node:crypto';
import { afterAll } from 'vitest';
import { beginAgreementDraft, openDraft, readAgreementDraft, shareDraft } from '#partnership/agreement';
import { addSignatory, claimSignatory, prepareSigning, sendOut, signingOfDraft } from '#partnership/signing';
import { sure } from '#kernel/outcome.ts';
import type { Assurance, Person } from '#platform/actor.ts';
import { type Context, contextFor, inTransaction } from '#platform/context.ts';
import { type DocumentRenderer, documentRenderer } from '#platform/documents/renderer.ts';
import type { DraftContent, Field } from '#pure/agreement';
import type { Signing } from '#pure/signing';
import { markSent } from '../../src/partnership/signing/store/preparation.server.ts';

export const HOUSE = 'https://handslag.example';
export const SIGNED_IN = { by: 'passkey', at: new Date('2026-11-21T08:00:00Z') };
/** Where whoever signs elsewhere comes back. */
export const RETURN_TO = new URL('/sign/back', HOUSE);

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

/** A draft between these organisations, filled in and shared. */
export async function sharedDraft(writer: Context, organisations: { id: string; name: string }[]): Promise<string> {
  const parties = organisations.map(({ id, name }, index) => ({ organisationId: id, name, orgNumber: ['212000-9994', '802999-9995'][index], sector: index === 0 ? ('public' as const) : ('civil' as const) }));
  const { draftId: empty } = sure(await beginAgreementDraft(writer, { template: 'without-money', organisationId: organisations[0].id, title: 'Läxhjälp på Öster', parties }));
  const { kind, title, clauses, fields, facts } = sure(await readAgreementDraft(writer, empty));
  const renamed = new Map(clauses.map(({ id }) => [id, randomUUID()]));
  const content: DraftContent = {
    kind,
    title,
    clauses: clauses.map((clause) => ({ ...clause, id: renamed.get(clause.id)! })),
    fields: fields.map((field) => ({ ...field, value: field.value ?? valueOf(field) })),
    facts: facts.map((fact) => ({ ...fact, clauseId: renamed.get(fact.clauseId)! })),
  };
  const { draftId } = await inTransaction(writer, async (inside) => sure(await openDraft(inside, { agreementId: randomUUID(), organisationId: organisations[0].id, origin: { from: 'template', template: 'without-money' }, content })));
  sure(await shareDraft(writer, { draftId }));
  return draftId;
}

/** What stands in a field that a template leaves empty. */
const valueOf = ({ kind, slug }: Field): string | number => (kind === 'date' && slug === 'start' ? '2027-01-01' : kind === 'date' && slug === 'slut' ? '2027-12-31' : VALUES[kind]);
const VALUES = { text: 'Uppgift', date: '2027-06-30', amount: 1000, number: 3, months: 3, share: '50 %' } as const;

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

/** Sends out what is prepared. */
export async function sent(sender: Context, { id, draftId }: Signing, assurance: Assurance = 'low'): Promise<Signing> {
  sure(await sendOut(sender, means(assurance), { signingId: id, house: HOUSE }));
  return (await signingNow(sender, draftId))!;
}

/** A signing as the database keeps one that has been sent out, without its file: for questions of who may. */
export async function sentRow(sender: Context, draftId: string, organisationId: string): Promise<Signing> {
  const { signingId } = sure(await prepareSigning(sender, { draftId }));
  sure(await addSignatory(sender, { signingId, ...asTyped(sender, organisationId, { email: 'nagon@example.se' }) }));
  const organisation = { id: organisationId, name: 'Avsändaren' };
  const content: DraftContent = { kind: 'amendment', title: 'Tillägg', clauses: [], fields: [], facts: [] };
  await markSent(sender, signingId, { at: sender.clock.now(), by: { id: person(sender).id, name: person(sender).name }, organisation, kind: 'amendment', title: 'Tillägg', version: { id: randomUUID(), number: 1, sha256: '' }, content, frozenSha256: '0'.repeat(64), assurance: 'low' });
  return (await signingNow(sender, draftId))!;
}

/** The signatory that somebody is in a signing, known to be them. */
export async function known(house: Context, signing: Signing, who: Context): Promise<string> {
  const signatory = signing.places.flatMap(({ signatories }) => signatories).find(({ email }) => email === addressOf(who))!;
  sure(await claimSignatory(house, { signatoryId: signatory.id, accountId: person(who).id, email: addressOf(who) }));
  return signatory.id;
}

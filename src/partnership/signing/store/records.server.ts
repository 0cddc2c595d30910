import type { Selectable } from 'kysely';
import { isId } from '#kernel/id.ts';
import type { Context } from '#platform/context.ts';
import type { DraftContent } from '#pure/agreement';
import type { Decline, Ending, Seal, SentOut, Signatory, Signature, Signing, SigningPlace, SigningRecords, WrittenLetter } from '../model.ts';
import { type SigningTables, tables } from './tables.server.ts';

type Row<Table extends keyof SigningTables> = Selectable<SigningTables[Table]>;

/** Everything recorded of a signing, as far as the actor may see it. */
export async function findRecords(context: Context, signingId: string): Promise<SigningRecords | null> {
  const row = isId(signingId) ? await tables(context).selectFrom('signing.signing').where('id', '=', signingId).selectAll().executeTakeFirst() : null;
  return row ? recordsFor(context, row) : null;
}

/** The same, held until the transaction ends: who signs, declines, withdraws or seals meanwhile waits. */
export async function holdRecords(context: Context, signingId: string): Promise<SigningRecords | null> {
  const row = isId(signingId) ? await tables(context).selectFrom('signing.signing').where('id', '=', signingId).selectAll().forUpdate().executeTakeFirst() : null;
  return row ? recordsFor(context, row) : null;
}

/** The signing that a signatory belongs to. */
export async function signingIdOf(context: Context, signatoryId: string): Promise<string | null> {
  if (!isId(signatoryId)) return null;
  return (await tables(context).selectFrom('signing.signatory').where('id', '=', signatoryId).select('signing_id').executeTakeFirst())?.signing_id ?? null;
}

/** The draft's signing that has not ended. */
export async function currentSigning(context: Context, draftId: string): Promise<string | null> {
  if (!isId(draftId)) return null;
  return (await tables(context).selectFrom('signing.signing').where('draft_id', '=', draftId).where('ended_at', 'is', null).select('id').executeTakeFirst())?.id ?? null;
}

/** The draft's signings that were sent out and ended without being sealed, the newest first. */
export async function endedSignings(context: Context, draftId: string): Promise<{ id: string; ended: Ending }[]> {
  if (!isId(draftId)) return [];
  const rows = await tables(context).selectFrom('signing.signing').where('draft_id', '=', draftId).where('ended_at', 'is not', null).selectAll().orderBy('ended_at', 'desc').execute();
  return rows.map((row) => ({ id: row.id, ended: endingOf(row)! }));
}

/** What a person is asked to sign: the signatories that are theirs, the newest first. */
export async function signatoriesOfAccount(context: Context, accountId: string): Promise<{ signatoryId: string; signingId: string }[]> {
  return tables(context).selectFrom('signing.signatory').where('account_id', '=', accountId).select(['id as signatoryId', 'signing_id as signingId']).orderBy('claimed_at', 'desc').execute();
}

/** Every signing that has been sent out and neither ended nor been sealed. */
export async function unfinishedSignings(context: Context): Promise<string[]> {
  const rows = await tables(context)
    .selectFrom('signing.signing as s')
    .leftJoin('signing.seal as l', 'l.signing_id', 's.id')
    .where('s.sent_at', 'is not', null)
    .where('s.ended_at', 'is', null)
    .where('l.signing_id', 'is', null)
    .select('s.id')
    .orderBy('s.sent_at')
    .execute();
  return rows.map(({ id }) => id);
}

/** Signings that were sent out and ended without anybody having been told. */
export async function endedUntold(context: Context): Promise<string[]> {
  const rows = await tables(context)
    .selectFrom('signing.signing as s')
    .where('s.sent_at', 'is not', null)
    .where('s.ended_at', 'is not', null)
    .where(({ not, exists, selectFrom }) => not(exists(selectFrom('signing.letter as l').select('l.nth').whereRef('l.signing_id', '=', 's.id').where('l.kind', '=', 'ended'))))
    .select('s.id')
    .orderBy('s.ended_at')
    .execute();
  return rows.map(({ id }) => id);
}

async function recordsFor(context: Context, row: Row<'signing.signing'>): Promise<SigningRecords> {
  const of = <Table extends Exclude<keyof SigningTables, 'signing.signing' | 'signing.sealing' | 'signing.errand'>>(table: Table) => tables(context).selectFrom(table as 'signing.place').where('signing_id', '=', row.id).selectAll().execute() as unknown as Promise<Row<Table>[]>;
  const places = await of('signing.place');
  const signatories = await of('signing.signatory');
  const [seal] = await of('signing.seal');
  return {
    signing: asSigning(row, places.toSorted((a, b) => a.position - b.position).map((place) => asPlace(place, signatories))),
    signatures: (await of('signing.signature')).map(asSignature).toSorted((a, b) => a.revision - b.revision),
    declines: (await of('signing.decline')).map(asDecline),
    letters: (await of('signing.letter')).map(asLetter).toSorted((a, b) => a.at.getTime() - b.at.getTime()),
    seal: seal ? asSeal(seal) : null,
  };
}

const asSigning = (row: Row<'signing.signing'>, places: SigningPlace[]): Signing => ({
  id: row.id,
  draftId: row.draft_id,
  agreementId: row.agreement_id,
  ordered: row.ordered,
  expiresOn: row.expires_on,
  places,
  sent: sentOf(row),
  ended: endingOf(row),
});

const sentOf = (row: Row<'signing.signing'>): SentOut | null =>
  row.sent_at && {
    at: row.sent_at,
    by: { id: row.sent_account!, name: row.sent_by! },
    organisation: { id: row.organisation_id!, name: row.organisation_name! },
    kind: row.kind!,
    title: row.title!,
    version: { id: row.version_id!, number: row.version_number!, sha256: row.version_sha256! },
    content: row.content as DraftContent,
    frozenSha256: row.frozen_sha256!,
    assurance: row.assurance!,
  };

const endingOf = ({ ended_at, ended_by, ended_how, ended_reason }: Row<'signing.signing'>): Ending | null =>
  ended_at && { how: ended_how!, at: ended_at, by: ended_by!, reason: ended_reason };

const asPlace = ({ id, position, organisation_id, organisation_name }: Row<'signing.place'>, signatories: Row<'signing.signatory'>[]): SigningPlace => ({
  id,
  position,
  organisation: { id: organisation_id, name: organisation_name },
  signatories: signatories
    .filter(({ place_id }) => place_id === id)
    .toSorted((a, b) => Number(a.deputy) - Number(b.deputy) || a.added_at.getTime() - b.added_at.getTime() || (a.id < b.id ? -1 : 1))
    .map(asSignatory),
});

const asSignatory = (row: Row<'signing.signatory'>): Signatory => ({
  id: row.id,
  placeId: row.place_id,
  name: row.name,
  title: row.title,
  email: row.email,
  mandate: { kind: row.mandate_kind, source: row.mandate_source, date: row.mandate_date },
  deputy: row.deputy,
  accountId: row.account_id,
});

const asSignature = (row: Row<'signing.signature'>): Signature => ({
  placeId: row.place_id,
  signatoryId: row.signatory_id,
  revision: row.revision,
  manner: row.manner,
  previousSha256: row.previous_sha256,
  sha256: row.sha256,
  scan: row.scan_sha256 ? { sha256: row.scan_sha256, signedOn: row.signed_on! } : null,
  signedAt: row.signed_at,
  by: { id: row.account_id, name: row.signed_by },
  assurance: row.assurance,
  signedIn: row.signed_in_by ? { by: row.signed_in_by, at: row.signed_in_at! } : null,
});

const asDecline = ({ signatory_id, reason, declined_at, declined_by }: Row<'signing.decline'>): Decline => ({ signatoryId: signatory_id, reason, at: declined_at, by: declined_by });

const asLetter = ({ signatory_id, kind, nth, written_at }: Row<'signing.letter'>): WrittenLetter => ({ signatoryId: signatory_id, kind, nth, at: written_at });

const asSeal = ({ sha256, sealed_at, report }: Row<'signing.seal'>): Seal => ({ sha256, sealedAt: sealed_at, report });

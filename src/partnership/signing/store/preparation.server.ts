import { randomUUID } from 'node:crypto';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { actorName } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { SentOut, Signatory, SigningPlace } from '../model.ts';
import { tables } from './tables.server.ts';

/** Begins the preparation of a draft's signing, or gives the one that has begun: the index decides. */
export async function beginSigning(context: Context, { draftId, agreementId, expiresOn }: { draftId: string; agreementId: string; expiresOn: CalendarDate }): Promise<string> {
  await tables(context)
    .insertInto('signing.signing')
    .values({ id: randomUUID(), draft_id: draftId, agreement_id: agreementId, ordered: true, expires_on: expiresOn, prepared_at: context.clock.now(), prepared_by: actorName(context.actor) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const { id } = await tables(context).selectFrom('signing.signing').where('draft_id', '=', draftId).where('ended_at', 'is', null).select('id').executeTakeFirstOrThrow();
  return id;
}

export async function insertPlace(context: Context, signingId: string, { position, organisation }: Pick<SigningPlace, 'position' | 'organisation'>): Promise<string> {
  const id = randomUUID();
  await tables(context).insertInto('signing.place').values({ id, signing_id: signingId, position, organisation_id: organisation.id, organisation_name: organisation.name }).execute();
  return id;
}

/** False where somebody with the address is at the place already. */
export async function insertSignatory(context: Context, signingId: string, { placeId, name, title, email, mandate, deputy }: Omit<Signatory, 'id' | 'accountId'>): Promise<boolean> {
  const result = await tables(context)
    .insertInto('signing.signatory')
    .values({
      id: randomUUID(),
      signing_id: signingId,
      place_id: placeId,
      name,
      title,
      email,
      mandate_kind: mandate.kind,
      mandate_source: mandate.source,
      mandate_date: mandate.date,
      deputy,
      added_at: context.clock.now(),
      added_by: actorName(context.actor),
      account_id: null,
      claimed_at: null,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

/** Takes a signatory away, and their place with the last one at it. */
export async function removeSignatory(context: Context, { id, placeId }: Pick<Signatory, 'id' | 'placeId'>): Promise<void> {
  await tables(context).deleteFrom('signing.signatory').where('id', '=', id).execute();
  const left = await tables(context).selectFrom('signing.signatory').where('place_id', '=', placeId).select('id').executeTakeFirst();
  if (!left) await tables(context).deleteFrom('signing.place').where('id', '=', placeId).execute();
}

/** Gives places their positions. */
export async function placeInOrder(context: Context, places: Pick<SigningPlace, 'id' | 'position'>[]): Promise<void> {
  for (const { id, position } of places) await tables(context).updateTable('signing.place').set({ position }).where('id', '=', id).execute();
}

export async function setTerms(context: Context, signingId: string, { ordered, expiresOn }: { ordered: boolean; expiresOn: CalendarDate }): Promise<void> {
  await tables(context).updateTable('signing.signing').set({ ordered, expires_on: expiresOn }).where('id', '=', signingId).execute();
}

/** Keeps what was sent out. From here on the row stays as it is, but for how it ends. */
export async function markSent(context: Context, signingId: string, sent: SentOut): Promise<void> {
  await tables(context)
    .updateTable('signing.signing')
    .set({
      sent_at: sent.at,
      sent_by: sent.by.name,
      sent_account: sent.by.id,
      organisation_id: sent.organisation.id,
      organisation_name: sent.organisation.name,
      kind: sent.kind,
      title: sent.title,
      version_id: sent.version.id,
      version_number: sent.version.number,
      version_sha256: sent.version.sha256,
      content: JSON.stringify(sent.content),
      frozen_sha256: sent.frozenSha256,
      assurance: sent.assurance,
    })
    .where('id', '=', signingId)
    .execute();
}

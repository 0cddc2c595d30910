import type { Role } from '#platform/access/roles.ts';
import type { Context } from '#platform/context.ts';
import type { Invitation } from '../model.ts';

type InvitationTables = {
  'people.invitation': {
    id: string;
    secret_hash: string;
    email: string;
    name: string;
    role: Role;
    organisation_id: string | null;
    agreement_id: string | null;
    invited_at: Date;
    invited_by: string;
    expires_at: Date;
    accepted_at: Date | null;
    accepted_by: string | null;
    withdrawn_at: Date | null;
    withdrawn_by: string | null;
  };
  'people.organisation': { id: string; name: string };
};

const tables = (context: Context) => context.database.withTables<InvitationTables>();

/** Invitations that can still be accepted. */
const waiting = (context: Context) =>
  tables(context)
    .selectFrom('people.invitation as i')
    .leftJoin('people.organisation as o', 'o.id', 'i.organisation_id')
    .where('i.accepted_at', 'is', null)
    .where('i.withdrawn_at', 'is', null)
    .where('i.expires_at', '>', context.clock.now())
    .select(['i.id', 'i.email', 'i.name', 'i.role', 'i.organisation_id', 'o.name as organisation', 'i.agreement_id', 'i.invited_at', 'i.invited_by', 'i.expires_at']);

type WaitingRow = Awaited<ReturnType<ReturnType<typeof waiting>['execute']>>[number];

const asInvitation = (row: WaitingRow): Invitation => ({
  id: row.id,
  email: row.email,
  name: row.name,
  role: row.role,
  organisation: row.organisation_id ? { id: row.organisation_id, name: row.organisation ?? '' } : null,
  agreementId: row.agreement_id,
  invitedAt: row.invited_at,
  invitedBy: row.invited_by,
  expiresAt: row.expires_at,
});

export async function insertInvitation(context: Context, secretHash: string, { organisation, ...invitation }: Invitation): Promise<void> {
  await tables(context)
    .insertInto('people.invitation')
    .values({
      id: invitation.id,
      secret_hash: secretHash,
      email: invitation.email,
      name: invitation.name,
      role: invitation.role,
      organisation_id: organisation?.id ?? null,
      agreement_id: invitation.agreementId,
      invited_at: invitation.invitedAt,
      invited_by: invitation.invitedBy,
      expires_at: invitation.expiresAt,
      accepted_at: null,
      accepted_by: null,
      withdrawn_at: null,
      withdrawn_by: null,
    })
    .execute();
}

export async function invitationBySecret(context: Context, secretHash: string): Promise<Invitation | null> {
  const row = await waiting(context).where('i.secret_hash', '=', secretHash).executeTakeFirst();
  return row ? asInvitation(row) : null;
}

export async function findInvitation(context: Context, id: string): Promise<Invitation | null> {
  const row = await waiting(context).where('i.id', '=', id).executeTakeFirst();
  return row ? asInvitation(row) : null;
}

export async function invitationsTo(context: Context, agreementId: string): Promise<Invitation[]> {
  return (await waiting(context).where('i.agreement_id', '=', agreementId).orderBy('i.invited_at').execute()).map(asInvitation);
}

export async function invitationsFor(context: Context, organisationId: string): Promise<Invitation[]> {
  return (await waiting(context).where('i.organisation_id', '=', organisationId).where('i.agreement_id', 'is', null).orderBy('i.invited_at').execute()).map(asInvitation);
}

/** False when somebody has accepted it before, or it has been withdrawn: the row decides, not a question asked before. */
export async function markAccepted(context: Context, id: string, personId: string): Promise<boolean> {
  const result = await tables(context)
    .updateTable('people.invitation')
    .set({ accepted_at: context.clock.now(), accepted_by: personId })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** False when it can no longer be withdrawn. */
export async function markWithdrawn(context: Context, id: string, by: string): Promise<boolean> {
  const result = await tables(context)
    .updateTable('people.invitation')
    .set({ withdrawn_at: context.clock.now(), withdrawn_by: by })
    .where('id', '=', id)
    .where('accepted_at', 'is', null)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import * as m from '#messages';
import { entrust } from '#platform/access/assignments.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Role, ROLES } from '#platform/access/roles.ts';
import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { type Invitation, invitationSchema } from '../model.ts';
import { mayInviteFor, mayInviteInto } from '../policy.ts';
import { roleWords } from '../role-words.ts';
import * as store from '../store/invitations.server.ts';
import { organisationNamed } from '../store/parties.server.ts';
import { findPerson, keepPerson } from '../store/persons.server.ts';

/** Days in which an invitation can be accepted. */
const DAYS = 14;

type Invited = z.input<typeof invitationSchema> & {
  role: Role;
  /** For which organisation; null for an administrator of the house. */
  organisationId: string | null;
  /** Into this partnership alone; null into all of the organisation's. */
  agreementId: string | null;
  /** The address of the house, as people reach it. */
  origin: string;
};

/** Invites somebody by mail into a role. The letter has the only copy of the secret; the address proves who answers. */
export async function invite(context: Context, { role, organisationId, agreementId, origin, ...input }: Invited): Promise<Outcome<{ invitationId: string }>> {
  const asked = await mayInvite(context, { role, organisationId, agreementId });
  if (!asked.ok) return asked;
  const parsed = invitationSchema.safeParse(input);
  if (!parsed.success) return refuse('invalid', `people.${String(parsed.error.issues[0].path[0])}-not-understood`, { path: String(parsed.error.issues[0].path[0]) });
  const secret = randomBytes(32).toString('base64url');
  return inTransaction(context, async (inside) => {
    const now = inside.clock.now();
    const organisation = organisationId ? await organisationNamed(inside, organisationId) : null;
    const invitation: Invitation = {
      id: randomUUID(),
      ...parsed.data,
      role,
      organisation,
      agreementId,
      invitedAt: now,
      invitedBy: actorName(inside.actor),
      expiresAt: new Date(now.getTime() + DAYS * 86_400_000),
    };
    await store.insertInvitation(inside, hashOf(secret), invitation);
    await queueMail(inside, { to: invitation.email, kind: 'people.invitation', ...letter(invitation, `${origin}/invitation?secret=${secret}`) });
    await witness(inside, { what: 'people.invited', agreementId, facts: { invitationId: invitation.id, role, organisationId } });
    return done({ invitationId: invitation.id });
  });
}

async function mayInvite(context: Context, { role, organisationId, agreementId }: Pick<Invited, 'role' | 'organisationId' | 'agreementId'>): Promise<Outcome<null>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!Object.hasOwn(ROLES, role)) return refuse('invalid', 'people.role-not-understood', { path: 'role' });
  if (agreementId === null) {
    if (ROLES[role].held === 'partnership') return refuse('invalid', 'people.role-needs-partnership', { path: 'role' });
    return mayInviteFor(context.actor, role, organisationId) ? done(null) : refuse('forbidden', 'access.not-allowed');
  }
  const asked = await ask(context, mayInviteInto(role), agreementId);
  if (!asked.ok) return asked;
  // A funder or an auditor may come from outside, and whoever leads a group of an association that is under a party; everybody else acts for a party.
  const outside = role === 'funder' || role === 'auditor' || role === 'group-leader';
  if (!organisationId || (!outside && !asked.value.organisationIds.includes(organisationId))) return refuse('invalid', 'people.organisation-not-in-partnership', { path: 'organisationId' });
  return done(null);
}

function letter({ name, role, organisation, invitedBy }: Invitation, address: string): { subject: string; text: string } {
  const words = { name, role: roleWords(role), organisation: organisation?.name ?? 'Handslag', invitedBy, address, days: DAYS };
  return { subject: m.mail_invitation_subject(words), text: m.mail_invitation_text(words) };
}

/** The invitation a letter's secret belongs to, for whoever has the letter. The house asks: the visitor has no account yet. */
export async function invitationOf(house: Context, secret: string): Promise<Outcome<Invitation>> {
  const invitation = await store.invitationBySecret(house, hashOf(secret));
  return invitation ? done(invitation) : refuse('not-found', 'people.invitation-spent');
}

/**
 * Accepts an invitation once, for the account of the address it was sent to: the person is entered with the name they
 * give and entrusted with the role. Asked twice at the same time, one of the two is refused.
 */
export async function acceptInvitation(house: Context, { secret, accountId, name }: { secret: string; accountId: string; name: string }): Promise<Outcome<Invitation>> {
  return inTransaction(house, async (inside) => {
    const found = await invitationOf(inside, secret);
    if (!found.ok) return found;
    const { id, role, organisation, agreementId, email } = found.value;
    if (!(await store.markAccepted(inside, id, accountId))) return refuse('conflict', 'people.invitation-spent');
    const known = await findPerson(inside, accountId);
    await keepPerson(inside, known ?? { id: accountId, organisationId: organisation?.id ?? null, name, email, phone: null, birthYear: null, protected: false, since: inside.clock.today(), until: null });
    await entrust(inside, { accountId, role, organisationId: organisation?.id ?? null, agreementId });
    await witness(inside, { what: 'people.invitation-accepted', agreementId, facts: { invitationId: id, role } });
    return found;
  });
}

/** Takes an invitation back before it has been accepted. */
export async function withdrawInvitation(context: Context, { invitationId }: { invitationId: string }): Promise<Outcome<Invitation>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  return inTransaction(context, async (inside) => {
    const found = isId(invitationId) ? await store.findInvitation(inside, invitationId) : null;
    if (!found) return refuse('not-found', 'people.invitation-spent');
    const { role, organisation, agreementId } = found;
    const asked = await mayInvite(inside, { role, organisationId: organisation?.id ?? null, agreementId });
    if (!asked.ok) return asked;
    if (!(await store.markWithdrawn(inside, invitationId, actorName(inside.actor)))) return refuse('conflict', 'people.invitation-spent');
    await witness(inside, { what: 'people.invitation-withdrawn', agreementId, facts: { invitationId } });
    return done(found);
  });
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

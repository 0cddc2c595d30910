import { done, type Outcome } from '#kernel/outcome.ts';
import { assignmentsFor, assignmentsIn, type KeptAssignment } from '#platform/access/assignments.ts';
import { ask } from '#platform/access/ask.ts';
import { type Role, ROLES } from '#platform/access/roles.ts';
import { assignmentsAt } from '#platform/access/standing.ts';
import type { Actor } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { Invitation, KnownOrganisation, RoleHolder, Unit } from '../model.ts';
import { invitable, mayEndAssignment, mayInviteInto, maySeePeople, mayShareCost } from '../policy.ts';
import { invitationsTo } from '../store/invitations.server.ts';
import { organisationsById } from '../store/parties.server.ts';
import { personsById } from '../store/persons.server.ts';
import { shownName } from '../rules/protected.ts';
import { sharesOf, unitsOf } from '../store/units.server.ts';

/** Who does what in a partnership, who has been asked to, and what the one who looks can do about it. */
export interface RolesInPartnership {
  organisations: KnownOrganisation[];
  holders: (RoleHolder & { mayEnd: boolean })[];
  invitations: (Invitation & { mayWithdraw: boolean })[];
  /** Roles that the one who looks can invite into here. */
  invitable: Role[];
  units: Unit[];
  shares: { unit: string; organisationId: string; ore: number }[];
  mayShareCost: boolean;
}

export async function rolesInPartnership(context: Context, agreementId: string): Promise<Outcome<RolesInPartnership>> {
  const asked = await ask(context, maySeePeople, agreementId);
  if (!asked.ok) return asked;
  const { actor } = context;
  const place = asked.value;
  const [assignments, invitations, organisations, units, shares] = await Promise.all([
    assignmentsIn(context, place),
    invitationsTo(context, agreementId),
    organisationsById(context, place.organisationIds),
    unitsOf(context, place.organisationIds),
    sharesOf(context, agreementId),
  ]);
  return done({
    organisations,
    holders: (await withNames(context, assignments)).map((holder) => ({ ...holder, mayEnd: mayEnd(actor, holder) })),
    invitations: invitations.map((invitation) => ({ ...invitation, mayWithdraw: mayInviteInto(invitation.role)(actor, place) })),
    invitable: invitable(assignmentsAt(actor, place).map(({ role }) => role)).filter((role) => ROLES[role].held !== 'house'),
    units,
    shares,
    mayShareCost: mayShareCost(actor, place),
  });
}

/** Who holds a role for an organisation as a whole; with null, who administers the house. */
export async function holdersFor(context: Context, organisationId: string | null): Promise<RoleHolder[]> {
  return withNames(context, await assignmentsFor(context, organisationId));
}

async function withNames(context: Context, assignments: KeptAssignment[]): Promise<RoleHolder[]> {
  const persons = await personsById(context, assignments.map(({ accountId }) => accountId));
  return assignments.map(({ id, accountId, ...assignment }) => ({ ...assignment, assignmentId: id, personId: accountId, name: shownName(persons.get(accountId)) }));
}

const mayEnd = (actor: Actor, { personId, role, organisation }: RoleHolder): boolean => mayEndAssignment(actor, { personId, role, organisationId: organisation?.id ?? null });

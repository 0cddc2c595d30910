import type { Actor } from '#platform/actor.ts';
import { may, type Role, ROLES } from '#platform/access/roles.ts';
import { assignmentsAt, mayAt, maySomewhere, type Place, rolesHeldFor } from '#platform/access/standing.ts';

/** Who may lay out the parties of an agreement: whoever may change the agreement they follow from. */
export const mayRecordPeople = (actor: Actor, place: Place): boolean => mayAt(actor, 'agreement.draft', place);

/** Who may see which organisations take part. */
export const maySeeParties = (actor: Actor, place: Place): boolean => mayAt(actor, 'partnership.see', place);

/** Who may see who does what, and who to turn to. */
export const maySeePeople = (actor: Actor, place: Place): boolean => mayAt(actor, 'people.see', place);

/** Who may say what each unit carries of the cost: whoever keeps the money. */
export const mayShareCost = (actor: Actor, place: Place): boolean => mayAt(actor, 'money.record', place);

/** Who may enter an organisation of their own accord, before any agreement has brought it. */
export const mayRegisterOrganisations = (actor: Actor): boolean => maySomewhere(actor, 'house.administer');

/** Names and numbers of organisations are public; whoever has signed in may know them. */
export const mayKnowOrganisations = (actor: Actor): boolean => actor.kind !== 'nobody';

/** Who may look after an organisation's units and people: whoever manages it, and the administrators of the house. */
export const mayManageOrganisation = (actor: Actor, organisationId: string): boolean =>
  maySomewhere(actor, 'house.administer') || may(rolesHeldFor(actor, organisationId), 'organisation.manage');

/** The organisations that the actor looks after; null for an administrator of the house, who looks after all. */
export const organisationsManaged = (actor: Actor): string[] | null =>
  maySomewhere(actor, 'house.administer') ? null : actor.kind !== 'person' ? [] : actor.assignments.flatMap(({ organisation }) => (organisation && mayManageOrganisation(actor, organisation.id) ? [organisation.id] : []));

/** Who may see and note what an organisation's people have shown. Administrators may not. */
export const mayVet = (actor: Actor, organisationId: string): boolean => actor.kind === 'system' || may(rolesHeldFor(actor, organisationId), 'people.vet');

/** Who may open the name of somebody with a protected identity. */
export const mayOpenProtected = (actor: Actor, organisationId: string): boolean => may(rolesHeldFor(actor, organisationId), 'protected.open');

/** Who may invite somebody into this role in a partnership. */
export const mayInviteInto =
  (role: Role) =>
  (actor: Actor, place: Place): boolean =>
    actor.kind === 'system' || invitable(assignmentsAt(actor, place).map(({ role }) => role)).includes(role);

/** Who may invite somebody into this role for an organisation as a whole. */
export const mayInviteFor = (actor: Actor, role: Role, organisationId: string | null): boolean =>
  actor.kind === 'system' ||
  (actor.kind === 'person' &&
    actor.assignments.some((held) => (held.role === 'administrator' || (held.organisation?.id === organisationId && held.agreementId === null)) && invitable([held.role]).includes(role)));

/** The roles for this organisation as a whole that the actor may invite somebody into: those that sit on its side of the table. */
export const invitableFor = (actor: Actor, { id, sector }: { id: string; sector: string | null }): Role[] =>
  (Object.keys(ROLES) as Role[]).filter((role) => ROLES[role].held === 'organisation' && (sector === null || ROLES[role].side === sector) && mayInviteFor(actor, role, id));

/** The roles that somebody with these roles can invite another person into. */
export const invitable = (roles: readonly Role[]): Role[] => [...new Set(roles.flatMap((role) => ROLES[role].invites as readonly Role[]))];

/** Who may end, lend or hand over an assignment: its holder, and whoever could have given it. */
export const mayEndAssignment = (actor: Actor, assignment: { personId: string; role: Role; organisationId: string | null }): boolean =>
  actor.kind === 'system' || (actor.kind === 'person' && actor.id === assignment.personId) || mayInviteFor(actor, assignment.role, assignment.organisationId);

/** Disposal is the house's own work: nobody does it by hand. */
export const mayDispose = (actor: Actor): boolean => actor.kind === 'system';

/** Who may say that a contact person of a partnership has a protected identity. */
export const mayVetIn = (actor: Actor, place: Place): boolean => mayAt(actor, 'people.vet', place);

/** Who may open a protected name in a partnership. */
export const mayOpenProtectedIn = (actor: Actor, place: Place): boolean => mayAt(actor, 'protected.open', place);

/** Only the house looks up walkers, when a room has found that whoever asks may know them. */
export const mayKnowWalkers = (actor: Actor): boolean => actor.kind === 'system';

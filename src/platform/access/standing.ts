import type { Actor, Assignment } from '../actor.ts';
import { ABILITIES, type Ability, may, type Role } from './roles.ts';

/** Where a question about somebody's right is asked: one partnership and the organisations that take part in it. */
export interface Place {
  agreementId: string;
  organisationIds: string[];
}

/** What the actor holds that reaches this partnership. Administrators of the house reach none. */
export const assignmentsAt = (actor: Actor, { agreementId, organisationIds }: Place): Assignment[] =>
  actor.kind !== 'person'
    ? []
    : actor.assignments.filter((assignment) =>
        assignment.agreementId ? assignment.agreementId === agreementId : assignment.organisation !== null && organisationIds.includes(assignment.organisation.id),
      );

/** Whether the actor may do this in the partnership. The house itself, at its first start and in its jobs, may. */
export const mayAt = (actor: Actor, ability: Ability, place: Place): boolean => actor.kind === 'system' || may(assignmentsAt(actor, place).map(({ role }) => role), ability);

/** All that the actor may do in the partnership. */
export const abilitiesAt = (actor: Actor, place: Place): Ability[] => ABILITIES.filter((ability) => mayAt(actor, ability, place));

/** Whether the actor may do this somewhere: what decides if a page or a button is offered at all. */
export const maySomewhere = (actor: Actor, ability: Ability): boolean => actor.kind === 'system' || may(rolesOf(actor), ability);

/** Every role the actor holds anywhere. */
const rolesOf = (actor: Actor): Role[] => (actor.kind === 'person' ? actor.assignments.map(({ role }) => role) : []);

/** The roles that the actor holds for an organisation as a whole. */
export const rolesHeldFor = (actor: Actor, organisationId: string): Role[] =>
  actor.kind === 'person' ? actor.assignments.filter(({ organisation, agreementId }) => agreementId === null && organisation?.id === organisationId).map(({ role }) => role) : [];

/** The organisation that a person speaks for: in this partnership when it is given, else the first they hold a role for. */
export function organisationOf(actor: Actor, place?: Place): { id: string; name: string } | null {
  if (actor.kind !== 'person') return null;
  const held = place ? assignmentsAt(actor, place) : actor.assignments;
  return held.find(({ organisation }) => organisation)?.organisation ?? null;
}

import { may } from '#platform/access/roles.ts';
import { assignmentsAt, mayAt, type Place, rolesHeldFor } from '#platform/access/standing.ts';
import type { Actor, Walker } from '#platform/actor.ts';

/** Who may see groups, areas, walks and figures: no names of walkers. */
export const maySeeWalks = (actor: Actor, place: Place): boolean => mayAt(actor, 'walks.see', place);

/** Who may plan for the partnership: groups, areas, seasons, the calendar. */
export const mayPlanWalks = (actor: Actor, place: Place): boolean => mayAt(actor, 'walks.plan', place);

/** Who may see to a group's walks and walkers. Which group is a matter of the organisation they act for, and the database's. */
export const mayLeadWalks = (actor: Actor, place: Place): boolean => mayAt(actor, 'walks.lead', place);

/** Who may know walkers by name. */
export const maySeeWalkers = (actor: Actor, place: Place): boolean => mayAt(actor, 'walkers.see', place);

/** Walks are walked as a walker, whoever one is besides. */
export const mayWalk = (actor: Actor): actor is Walker => actor.kind === 'walker';

/** Who may see to a group: whoever leads walks for its association, or for the organisation that coordinates. The same as `walks.led()` says in the database. */
export const mayLeadGroup = (actor: Actor, place: Place, { organisationId, coordinatorId }: { organisationId: string; coordinatorId: string | null }): boolean =>
  actor.kind === 'system' || assignmentsAt(actor, place).some(({ role, organisation }) => may([role], 'walks.lead') && organisation !== null && [organisationId, coordinatorId].includes(organisation.id));

/** Who may plan for the organisation that coordinates: it is told of changes, and passes its duties on. */
export const mayCoordinate = (actor: Actor, place: Place, coordinatorId: string | null): boolean =>
  actor.kind === 'system' || assignmentsAt(actor, place).some(({ role, organisation }) => may([role], 'walks.plan') && organisation !== null && organisation.id === coordinatorId);

/** Who may say what an organisation asks of its groups, in all its partnerships: whoever plans for the whole of it. */
export const maySetRules = (actor: Actor, organisationId: string): boolean => may(rolesHeldFor(actor, organisationId), 'walks.plan');

/** Who may know what is asked of groups and walkers: everybody who has a part, and whoever walks. */
export const mayKnowRules = (actor: Actor): boolean => actor.kind !== 'nobody';

/** What the house alone does: it gives telephones their keys, shows a walk to whoever has its address, writes down who wants to walk, tells, looks after what falls due and disposes of what has been kept long enough. */
export const isTheHouse = (actor: Actor): boolean => actor.kind === 'system';

/** Who may say who has the walk reports, and what the office and the insurance are. */
export const mayArrangeAfter = (actor: Actor, place: Place): boolean => mayAt(actor, 'walks.plan', place);

/** Who may confirm that a night was walked: either side's, since both have the figures. */
export const mayConfirmNights = (actor: Actor, place: Place): boolean => mayAt(actor, 'walks.plan', place);

/** Who may see and tell of accidents. Whose walks they were on is the database's matter. */
export const mayKnowIncidents = (actor: Actor, place: Place): boolean => mayAt(actor, 'walks.lead', place);

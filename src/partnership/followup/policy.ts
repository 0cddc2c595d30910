import type { Actor } from '#platform/actor.ts';
import { may } from '#platform/access/roles.ts';
import { mayAt, maySomewhere, type Place, rolesHeldFor } from '#platform/access/standing.ts';

/** Who may read what has been handed in in the partnership. */
export const maySeeSubmissions = (actor: Actor, place: Place): boolean => mayAt(actor, 'submissions.see', place);

/** Who may write drafts and hand in, for one organisation or another. Only a person does: the house writes nothing to hand in. */
export const mayMakeSubmissions = (actor: Actor, place: Place): boolean => actor.kind === 'person' && mayAt(actor, 'submissions.make', place);

/** The same for this organisation: a role held for the other side gives no right to this side's drafts. */
export const mayWriteFor = (actor: Actor, place: Place, organisationId: string): boolean => mayMakeSubmissions(asOf(actor, organisationId), place);

/** Who may say from which series an organisation's case numbers are drawn: whoever manages it, and the administrators of the house. */
export const maySetSeries = (actor: Actor, organisationId: string): boolean => maySomewhere(actor, 'house.administer') || may(rolesHeldFor(actor, organisationId), 'organisation.manage');

/** Disposal is the house's own work: nobody does it by hand. */
export const mayDisposeSubmissions = (actor: Actor): boolean => actor.kind === 'system';

/** The actor with only what they hold for this organisation. */
const asOf = (actor: Actor, organisationId: string): Actor =>
  actor.kind === 'person' ? { ...actor, assignments: actor.assignments.filter(({ organisation }) => organisation?.id === organisationId) } : actor;

/** The organisations that the actor writes for in the partnership; for most people one. */
export function writesFor(actor: Actor, place: Place): { id: string; name: string }[] {
  if (actor.kind !== 'person') return [];
  const held = actor.assignments.flatMap(({ organisation }) => organisation ?? []);
  const once = new Map(held.map((organisation) => [organisation.id, organisation]));
  return [...once.values()].filter(({ id }) => place.organisationIds.includes(id) && mayWriteFor(actor, place, id));
}

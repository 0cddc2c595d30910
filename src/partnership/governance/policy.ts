import type { Actor } from '#platform/actor.ts';
import { mayAt, type Place } from '#platform/access/standing.ts';

/** Who may see how the agreement changes and ends. */
export const maySeeCourse = (actor: Actor, place: Place): boolean => mayAt(actor, 'partnership.see', place);

/** Who may record what changes its course: a person who may change the agreement. The house ends nothing by itself. */
export const maySetCourse = (actor: Actor, place: Place): boolean => actor.kind === 'person' && mayAt(actor, 'agreement.draft', place);

/** The same for this party: what one side declares or agrees to, the other cannot. */
const mayDeclareFor = (actor: Actor, place: Place, organisationId: string): boolean =>
  place.organisationIds.includes(organisationId) && maySetCourse(asOf(actor, organisationId), place);

/** The party that the actor declares for in the partnership: the first they may; null where there is none. */
export function declaresFor(actor: Actor, place: Place): { id: string; name: string } | null {
  if (actor.kind !== 'person') return null;
  return actor.assignments.flatMap(({ organisation }) => organisation ?? []).find(({ id }) => mayDeclareFor(actor, place, id)) ?? null;
}

/** Who may ask how far several agreements have come; which ones is a matter of each. */
export const mayListCourses = (actor: Actor): boolean => actor.kind !== 'nobody';

/** The actor with only what they hold for this organisation. */
const asOf = (actor: Actor, organisationId: string): Actor =>
  actor.kind === 'person' ? { ...actor, assignments: actor.assignments.filter(({ organisation }) => organisation?.id === organisationId) } : actor;

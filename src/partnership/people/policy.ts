import type { Actor } from '#platform/actor.ts';
import { mayAt, maySomewhere, type Place } from '#platform/access/standing.ts';

/** Who may lay out the parties of an agreement: whoever may change the agreement they follow from. */
export const mayRecordPeople = (actor: Actor, place: Place): boolean => mayAt(actor, 'agreement.draft', place);

export const maySeePeople = (actor: Actor, place: Place): boolean => mayAt(actor, 'people.see', place);

/** Who may enter an organisation of their own accord, before any agreement has brought it. */
export const mayRegisterOrganisations = (actor: Actor): boolean => maySomewhere(actor, 'house.administer');

/** Names and numbers of organisations are public; whoever has signed in may know them. */
export const mayKnowOrganisations = (actor: Actor): boolean => actor.kind !== 'nobody';

import type { Actor } from '#platform/actor.ts';
import { may } from '#platform/access/roles.ts';
import { mayAt, maySomewhere, type Place } from '#platform/access/standing.ts';

/** Who may lay out the parties of an agreement: whoever may change the agreement they follow from. */
export const mayRecordPeople = (actor: Actor, place: Place): boolean => mayAt(actor, 'agreement.draft', place);

export const maySeePeople = (actor: Actor, place: Place): boolean => mayAt(actor, 'people.see', place);

/** Who may enter an organisation of their own accord, before any agreement has brought it. */
export const mayRegisterOrganisations = (actor: Actor): boolean => maySomewhere(actor, 'house.administer');

/** Names and numbers of organisations are public; whoever has signed in may know them. */
export const mayKnowOrganisations = (actor: Actor): boolean => actor.kind !== 'nobody';

/** The organisations that somebody decides for how long records are kept: those they manage as a whole. */
export const decidesRetentionFor = (actor: Actor): { id: string; name: string }[] =>
  actor.kind !== 'person' ? [] : actor.assignments.flatMap(({ role, organisation, agreementId }) => (organisation && !agreementId && may([role], 'organisation.manage') ? [organisation] : []));

/** Who may write down what an organisation has decided on that. */
export const mayDecideRetention = (actor: Actor, organisationId: string): boolean =>
  maySomewhere(actor, 'house.administer') || decidesRetentionFor(actor).some(({ id }) => id === organisationId);

/** Disposal is the house's own work: nobody does it by hand. */
export const mayDispose = (actor: Actor): boolean => actor.kind === 'system';

import type { Actor } from '#platform/actor.ts';
import { mayAt, type Place } from '#platform/access/standing.ts';

/** Who may lay out the terms of an agreement: whoever may change the agreement they follow from. */
export const mayRecordTerms = (actor: Actor, place: Place): boolean => mayAt(actor, 'agreement.draft', place);

export const maySeeMoney = (actor: Actor, place: Place): boolean => mayAt(actor, 'money.see', place);

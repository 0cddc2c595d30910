import type { Actor } from '#platform/actor.ts';
import { may } from '#platform/access/roles.ts';
import { mayAt, type Place, rolesHeldFor } from '#platform/access/standing.ts';

/** Who may lay out the terms of an agreement: whoever may change the agreement they follow from. */
export const mayRecordTerms = (actor: Actor, place: Place): boolean => mayAt(actor, 'agreement.draft', place);

export const maySeeMoney = (actor: Actor, place: Place): boolean => mayAt(actor, 'money.see', place);

/** Who may see and keep an organisation's ledger of state aid: whoever drafts agreements for it as a whole. */
export const mayKeepAidLedger = (actor: Actor, organisationId: string): boolean => may(rolesHeldFor(actor, organisationId), 'agreement.draft');

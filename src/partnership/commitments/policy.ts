import type { Actor } from '#platform/actor.ts';
import { mayAt, type Place } from '#platform/access/standing.ts';

/** Who may say what has been done, what no longer applies and which day a meeting is. */
export const mayRecordDuties = (actor: Actor, place: Place): boolean => mayAt(actor, 'duties.record', place);

/** Who may lay out the duties of an agreement: whoever may change the agreement they follow from. */
export const mayPlanDuties = (actor: Actor, place: Place): boolean => mayAt(actor, 'agreement.draft', place);

export const maySeeDuties = (actor: Actor, place: Place): boolean => mayAt(actor, 'partnership.see', place);

/** Who may list duties at all; which ones is a matter of each. */
export const mayListDuties = (actor: Actor): boolean => actor.kind !== 'nobody';

/** Disposal is the house's own work: nobody does it by hand. */
export const mayDisposeNotes = (actor: Actor): boolean => actor.kind === 'system';

/** Whose own settings and calendar addresses may be seen and changed: those of the account that asks, if any. */
export const ownAccount = (actor: Actor): string | null => (actor.kind === 'person' ? actor.id : null);

/** Reminders are the house's own work. */
export const mayRemind = (actor: Actor): boolean => actor.kind === 'system';

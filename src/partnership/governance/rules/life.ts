import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Archiving, LifeState, Settlement } from '../model.ts';

/** All that says how far an agreement has come. What is not recorded is null. */
export interface LifeRecords {
  sharedAt: Date | null;
  sentOutAt: Date | null;
  /** In use: signed and in force, or taken in and confirmed. */
  commenced: boolean;
  /** The last day it applies: agreed, or earlier by notice or rescission; null until further notice. */
  endsOn: CalendarDate | null;
  settlement: Pick<Settlement, 'settledOn'> | null;
  archiving: Pick<Archiving, 'place'> | null;
}

/** How far the agreement has come today. */
export function lifeOf({ sharedAt, sentOutAt, commenced, endsOn, settlement, archiving }: LifeRecords, today: CalendarDate): LifeState {
  if (archiving) return 'archived';
  if (settlement) return 'settled';
  if (commenced) return endsOn !== null && endsOn < today ? 'ended' : 'active';
  if (sentOutAt) return 'out-for-signature';
  return sharedAt ? 'in-negotiation' : 'draft';
}

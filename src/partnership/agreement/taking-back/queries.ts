import type { CalendarDate } from '#kernel/calendar-date.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { swedishDay } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { mayDisposeOfTakenBack } from '../policy.ts';
import * as store from './store.server.ts';

/** Agreements that were taken back before they commenced, and the day: their time is counted from it. For the house, which disposes of them. */
export async function takenBackAgreements(context: Context): Promise<Outcome<{ agreementId: string; takenBackOn: CalendarDate }[]>> {
  if (!mayDisposeOfTakenBack(context.actor)) return refuse('forbidden', 'access.not-allowed');
  return done((await store.takenBackAgreements(context)).map(({ agreementId, takenBackAt }) => ({ agreementId, takenBackOn: swedishDay(takenBackAt) })));
}

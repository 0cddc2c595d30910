import type { CalendarDate } from '#kernel/calendar-date.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { startOfDay } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { mayDisposeSubmissions } from './policy.ts';
import * as store from './store.server.ts';

/** How what was handed in is disposed of: with all its versions and its number here, when the newest is from before this day; how many. */
export const disposeSubmissions = async (inside: Context, agreementId: string, before: CalendarDate): Promise<number> =>
  mayDisposeSubmissions(inside.actor) ? store.removeSubmissions(inside, agreementId, startOfDay(before)) : 0;

/** The partnerships in which something has been handed in. For the house alone. */
export const partnershipsWithSubmissions = async (context: Context): Promise<Outcome<string[]>> =>
  mayDisposeSubmissions(context.actor) ? done(await store.partnershipsWithSubmissions(context)) : refuse('forbidden', 'access.not-allowed');

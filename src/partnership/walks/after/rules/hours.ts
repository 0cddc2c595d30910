import type { Walk } from '../../model.ts';

/** That somebody came or went, as the telephones on the walk had it. */
export interface Check {
  at: Date;
  /** `not`: somebody said that they did not come. */
  here: 'in' | 'out' | 'not';
}

const MINUTE = 60_000;

/** Nobody is taken to have walked longer than this before the walk begins or after it ends, whatever the clocks say. */
const SLACK = 2 * 60 * MINUTE;

/**
 * How many minutes somebody walked: from when they were checked in until they were checked out, where the telephones know
 * it; else as long as the walk.
 */
export function minutesWalked({ starts, ends }: Pick<Walk, 'starts' | 'ends'>, checks: Check[]): number {
  const came = first(checks.filter(({ here }) => here === 'in'));
  const went = last(checks.filter(({ here }) => here === 'out'));
  const from = came ? within(came, starts, ends) : starts.getTime();
  const to = went ? within(went, starts, ends) : ends.getTime();
  return Math.max(0, Math.round((to - from) / MINUTE));
}

const first = (checks: Check[]): Date | null => checks.reduce<Date | null>((found, { at }) => (!found || at < found ? at : found), null);
const last = (checks: Check[]): Date | null => checks.reduce<Date | null>((found, { at }) => (!found || at > found ? at : found), null);

const within = (at: Date, starts: Date, ends: Date): number => Math.min(Math.max(at.getTime(), starts.getTime() - SLACK), ends.getTime() + SLACK);

/** Whether somebody walked at all: they did, unless somebody said that they did not come and nobody that they did. */
export const didWalk = (checks: Check[]): boolean => !checks.some(({ here }) => here === 'not') || checks.some(({ here }) => here === 'in');

/** Minutes as whole hours and half ones, as they stand on a certificate: a quarter counts upwards. */
export const halfHours = (minutes: number): number => Math.round(minutes / 30) / 2;

import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Credential, CredentialKind } from '../model.ts';

/** What somebody can be given to do, and what has to have been seen first. Source: field.md C7, C10, C11. */
export const TASKS = {
  walk: { needs: ['insurance'], youngest: 15, adult: 18 },
  'lead-walk': { needs: ['insurance', 'course'], youngest: 18, adult: 18 },
  // Lag (2013:852): whoever works with children can be asked to show an extract.
  'work-with-minors': { needs: ['register-extract'], youngest: 18, adult: 18 },
  callout: { needs: ['callout-consent'], youngest: 18, adult: 18 },
} as const satisfies Record<string, { needs: readonly CredentialKind[]; youngest: number; adult: number }>;

export type Task = keyof typeof TASKS;

/** Why somebody cannot be given a task yet. */
export type Lack = CredentialKind | 'too-young';

/**
 * What stands between a person and a task on a day: nothing, when they may be given it. Between the youngest age and
 * eighteen a guardian must have consented. Only the year of birth is known, so whoever may still be under an age that year
 * is taken to be; whose year is unknown has been taken for an adult by whoever entered them.
 *
 * @lagrum 2013:852
 */
export function lacksFor(task: Task, person: { birthYear: number | null }, credentials: Credential[], on: CalendarDate): Lack[] {
  const { needs, youngest, adult } = TASKS[task];
  const age = person.birthYear === null ? adult : Number(on.slice(0, 4)) - person.birthYear - 1;
  if (age < youngest) return ['too-young'];
  const asked: CredentialKind[] = age < adult ? [...needs, 'guardian-consent'] : [...needs];
  return asked.filter((kind) => !credentials.some((credential) => credential.kind === kind && holds(credential, on)));
}

/** Whether what was seen still counts on the day. */
const holds = ({ seenOn, validUntil, withdrawnAt }: Credential, on: CalendarDate): boolean =>
  withdrawnAt === null && seenOn <= on && (validUntil === null || on <= validUntil);

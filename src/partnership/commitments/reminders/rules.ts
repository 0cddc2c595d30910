import { addDays, type CalendarDate, daysBetween } from '#kernel/calendar-date.ts';
import type { Acting, Cast } from '#platform/access/acting.ts';
import { may } from '#platform/access/roles.ts';
import type { FirmDuty, Occasion, Reminder, ReminderSettings } from './model.ts';

/** Days that those who owe a duty have after its day, before their deputies and the coordinators are told. */
export const GRACE = 3;

/**
 * Whom to tell of a duty today, and why. Each occasion is named the first day it is reached and every day after, until the
 * next: whoever keeps what has been told makes up for days on which nothing ran, and tells nothing twice.
 */
export function remindersOf(duty: FirmDuty, cast: Cast, today: CalendarDate, settingsOf: (accountId: string) => ReminderSettings): Reminder[] {
  const owners = accounts(owingIn(cast, duty.duty.owner).filter(({ deputy }) => !deputy));
  const owing = owners.map((accountId) => ({ accountId, occasion: occasionOf(duty.dueBy, today, settingsOf(accountId).daysBefore) }));
  const lefts = addDays(duty.dueBy, GRACE) < today ? others(cast, duty).filter((accountId) => !owners.includes(accountId)) : [];
  return [...owing, ...lefts.map((accountId) => ({ accountId, occasion: 'left' as const }))].flatMap(({ accountId, occasion }) =>
    occasion !== null && settingsOf(accountId).wanted ? [{ accountId, about: duty, occasion }] : [],
  );
}

/** Why the one who owes the duty is told of it today; null while it is farther away than they want to know. */
function occasionOf(dueBy: CalendarDate, today: CalendarDate, daysBefore: number[]): Occasion | null {
  if (dueBy < today) return 'late';
  const left = daysBetween(today, dueBy);
  const reached = daysBefore.filter((days) => left <= days);
  return reached.length > 0 ? { before: Math.min(...reached) } : null;
}

/** Those of the party that owes it who may say that it is done; of every party, where the agreement names none of them. */
function owingIn({ organisations, acting }: Cast, owner: string | null): Acting[] {
  const named = organisations.filter(({ name }) => owner !== null && isSaidAs(name, owner)).map(({ id }) => id);
  return acting.filter(({ role, organisation }) => may([role], 'duties.record') && (named.length === 0 || (organisation !== null && named.includes(organisation.id))));
}

/** The deputies of those who owe it, and every coordinator. */
const others = (cast: Cast, { duty }: FirmDuty): string[] => [
  ...accounts([...owingIn(cast, duty.owner).filter(({ deputy }) => deputy), ...cast.acting.filter(({ role, deputy }) => role === 'coordinator' && !deputy)]),
];

const accounts = (acting: Acting[]): string[] => [...new Set(acting.map(({ accountId }) => accountId))];

/** The same name, or one with a unit after it: "Granby kommun" and "Granby kommun, kulturförvaltningen". */
function isSaidAs(name: string, owner: string): boolean {
  const [shorter, longer] = [plain(name), plain(owner)].sort((a, b) => a.length - b.length);
  return longer === shorter || (longer.startsWith(shorter) && !/^[\p{L}\d]/u.test(longer.slice(shorter.length).replace(/^ /, '')));
}

const plain = (name: string): string => name.toLowerCase().replace(/\s+/g, ' ').trim();

/** The occasion as it is kept. */
export const occasionName = (occasion: Occasion): string => (typeof occasion === 'string' ? occasion : `${occasion.before}`);

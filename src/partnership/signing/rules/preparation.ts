import { addDays, type CalendarDate } from '#kernel/calendar-date.ts';
import type { Refusal } from '#kernel/outcome.ts';
import { LIMITS, type Signing } from '../model.ts';

/** What is missing before a signing can be sent out, from what is prepared and who takes part: at least one place for each side, somebody at each who is no deputy, and a day to come. */
export function lackingIn({ places, expiresOn }: Signing, organisations: { id: string; name: string }[], today: CalendarDate): Refusal[] {
  const without = organisations.filter(({ id }) => !places.some(({ organisation }) => organisation.id === id));
  const onlyDeputies = places.filter(({ signatories }) => !signatories.some(({ deputy }) => !deputy));
  return [
    ...(organisations.length < 2 ? [{ kind: 'conflict', code: 'signing.needs-two-parties' } as const] : []),
    ...without.map(({ name }): Refusal => ({ kind: 'conflict', code: 'signing.party-has-no-signatory', path: 'add', facts: { name } })),
    ...onlyDeputies.map(({ position }): Refusal => ({ kind: 'conflict', code: 'signing.only-deputies', path: 'add', facts: { position } })),
    ...outsideTerm(expiresOn, today),
  ];
}

/** A last day that has passed or lies more than a year ahead. */
export const outsideTerm = (expiresOn: CalendarDate, today: CalendarDate): Refusal[] =>
  expiresOn < today || expiresOn > addDays(today, LIMITS.days) ? [{ kind: 'invalid', code: 'signing.last-day-outside', path: 'expiresOn', facts: { days: LIMITS.days } }] : [];

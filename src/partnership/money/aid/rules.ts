import { addMonths, type CalendarDate } from '#kernel/calendar-date.ts';
import type { Ore } from '#kernel/ore.ts';
import type { Aid, AidDeclaration, Cents, Rate } from './model.ts';

const YEARS = 3;

/** What an amount is in cents of a euro at a rate, rounded to the cent. */
export const centsOf = (ore: Ore, rate: Rate): Cents => Math.round((ore * 10_000) / rate);

/**
 * The most that one undertaking may be granted in three years as aid of lesser importance.
 * @lagrum Kommissionens förordning (EU) 2023/2831 artikel 3.2
 */
export const ceilingOn = (day: CalendarDate): Cents => (day >= '2024-01-01' ? 300_000_00 : 200_000_00);

/** What is to be thought of before more is granted. None of them says what is right. */
export type AidSign = 'over-ceiling' | 'plan-passes-ceiling' | 'plan-without-rate' | 'no-declaration';

/** Where a recipient stands on a day: granted in three years back from it, by us and by its own word by others. */
export interface AidStanding {
  since: CalendarDate;
  until: CalendarDate;
  counted: Aid[];
  ownCents: Cents;
  declaration: AidDeclaration | null;
  /** What is planned now, where it could be reckoned. */
  plannedCents: Cents | null;
  sumCents: Cents;
  ceilingCents: Cents;
  signs: AidSign[];
}

/** The three years are counted back from the day, to the day after three years before it. */
export function aidStanding({ aid, declarations, on, planned }: { aid: Aid[]; declarations: AidDeclaration[]; on: CalendarDate; planned: { ore: Ore; rate: Rate | null } | null }): AidStanding {
  const before = addMonths(on, -12 * YEARS);
  const inYears = (day: CalendarDate) => day > before && day <= on;
  const counted = aid.filter(({ grantedOn, withdrawnAt }) => withdrawnAt === null && inYears(grantedOn));
  const declaration = declarations.filter(({ dated }) => inYears(dated)).toSorted((a, b) => a.dated.localeCompare(b.dated) || a.recordedAt.getTime() - b.recordedAt.getTime()).at(-1) ?? null;
  const ownCents = counted.reduce((sum, { ore, rate }) => sum + centsOf(ore, rate), 0);
  const plannedCents = planned?.rate ? centsOf(planned.ore, planned.rate) : null;
  const grantedCents = ownCents + (declaration?.othersCents ?? 0);
  const ceilingCents = ceilingOn(on);
  const signs: AidSign[] = [];
  if (grantedCents > ceilingCents) signs.push('over-ceiling');
  else if (grantedCents + (plannedCents ?? 0) > ceilingCents) signs.push('plan-passes-ceiling');
  if (planned && planned.rate === null) signs.push('plan-without-rate');
  if (!declaration) signs.push('no-declaration');
  return { since: before, until: on, counted, ownCents, declaration, plannedCents, sumCents: grantedCents + (plannedCents ?? 0), ceilingCents, signs };
}

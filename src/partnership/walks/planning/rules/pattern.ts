import { addDays, type CalendarDate, daysBetween, weekday } from '#kernel/calendar-date.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { hoursOf } from '../../rules/hours.ts';
import { AREA_WAYS, type Occasion, type Pattern, type PlannedNight } from '../model.ts';
import { turnsOf } from './turns.ts';

/** A year and some: a season is not planned further than it can be kept. */
const MOST_DAYS = 400;

/** Walks planned in one go at most. */
export const MOST_WALKS = 400;

/** The nights on which the pattern has walks, with whether each is there for an occasion and not for its weekday. */
export function nightsOf(pattern: Pattern, occasions: readonly Occasion[]): { night: CalendarDate; added: boolean }[] {
  const days = Array.from({ length: daysBetween(pattern.period.start, pattern.period.end) + 1 }, (_, index) => addDays(pattern.period.start, index));
  return days.flatMap((night) => {
    const ways = occasions.filter(({ period }) => period.start <= night && night <= period.end).map(({ kind }) => (kind === 'school-break' ? pattern.breaks : pattern.riskNights));
    const regular = pattern.weekdays.includes(weekday(night));
    return (regular || ways.includes('add')) && !ways.includes('skip') ? [{ night, added: !regular }] : [];
  });
}

/** The walks that the pattern gives, without the nights that are left out; groups have them in turn, by weight where one has been agreed. */
export function seasonOf(pattern: Pattern, { occasions, weights, without = [] }: { occasions: readonly Occasion[]; weights: ReadonlyMap<string, number>; without?: readonly CalendarDate[] }): PlannedNight[] {
  const nights = nightsOf(pattern, occasions).filter(({ night }) => !without.includes(night));
  const walks = nights.flatMap(({ night, added }, index) => areasOn(pattern, index).map((areaId) => ({ night, added, areaId, ...hoursOf(night, pattern.from, pattern.to) })));
  const turns = turnsOf(pattern.groupIds.map((id) => weights.get(id) ?? 1), walks.length);
  return walks.map((walk, index) => ({ ...walk, groupId: pattern.groupIds[turns[index] ?? -1] ?? null }));
}

const areasOn = ({ areaWay, areaIds }: Pattern, turn: number): string[] => (areaWay === 'all' ? areaIds : areaIds.length > 0 ? [areaIds[turn % areaIds.length]!] : []);

/** The pattern, or what is wrong with it. */
export function patternStands(pattern: Pattern): Outcome<Pattern> {
  const { period, weekdays, breaks, riskNights, from, to, areaIds, areaWay, leaders, walkers, smallest } = pattern;
  const whole = (figure: number, least: number, most: number) => Number.isInteger(figure) && figure >= least && figure <= most;
  if (!(period.start <= period.end)) return refuse('invalid', 'walks.season-ends-before-it-starts', { path: 'end' });
  if (daysBetween(period.start, period.end) > MOST_DAYS) return refuse('invalid', 'walks.season-too-long', { path: 'end', facts: { most: MOST_DAYS } });
  if (weekdays.length === 0 && breaks !== 'add' && riskNights !== 'add') return refuse('invalid', 'walks.season-without-weekdays', { path: 'weekdays' });
  if (!isHour(from) || !isHour(to) || from === to) return refuse('invalid', 'walks.hours-not-understood', { path: 'from' });
  if (areaIds.length === 0 || !AREA_WAYS.includes(areaWay)) return refuse('invalid', 'walks.season-without-area', { path: 'areas' });
  if (!whole(leaders, 0, 9) || !whole(walkers, 0, 50)) return refuse('invalid', 'walks.places-not-understood', { path: 'walkers' });
  if (!whole(smallest, 2, leaders + walkers)) return refuse('invalid', 'walks.smallest-not-possible', { path: 'smallest', facts: { most: leaders + walkers } });
  return done(pattern);
}

/** Whether it is an hour of the clock, `HH:MM`. */
export const isHour = (text: string): boolean => /^([01]\d|2[0-3]):[0-5]\d$/.test(text);

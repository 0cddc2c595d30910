import { addMonths, type CalendarDate, isCalendarDate } from '#kernel/calendar-date.ts';
import { AREA_WAYS, OCCASION_WAYS, type OccasionWay, type Pattern } from '#pure/walks';
import { numberTyped } from '../../../../typed-number.ts';

export const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** Whether an address asks for a preview. */
export const asksFor = ({ searchParams }: URL): boolean => searchParams.has('start');

/** The pattern that an address asks for. A preview is a page of its own, so that it can be sent to the other party. */
export function patternFrom({ searchParams }: URL): Pattern {
  const word = (name: string): string => searchParams.get(name) ?? '';
  const figure = (name: string): number => numberTyped(word(name)) ?? Number.NaN;
  const ids = (prefix: string): string[] => [...searchParams.keys()].flatMap((name) => (name.startsWith(prefix) ? [name.slice(prefix.length)] : []));
  const way = (name: string): OccasionWay => OCCASION_WAYS.find((one) => one === word(name)) ?? 'keep';
  return {
    period: { start: dayOr(word('start'), '9999-12-31'), end: dayOr(word('end'), '0000-01-01') },
    weekdays: WEEKDAYS.filter((weekday) => searchParams.has(`day-${weekday}`)),
    breaks: way('breaks'),
    riskNights: way('riskNights'),
    from: word('from'),
    to: word('to'),
    kind: word('kind') === 'day' ? 'day' : 'night',
    areaIds: ids('area-'),
    areaWay: AREA_WAYS.find((one) => one === word('areaWay')) ?? 'turn',
    groupIds: ids('group-'),
    leaders: figure('leaders'),
    walkers: figure('walkers'),
    smallest: figure('smallest'),
  };
}

/** A day that is none makes the period stand on its head, which is refused. */
const dayOr = (written: string, otherwise: CalendarDate): CalendarDate => (isCalendarDate(written) ? written : otherwise);

/** What the form begins with: Friday and Saturday nights, half a year ahead, by all groups in turn. */
export const usualPattern = (today: CalendarDate, { areaIds, groupIds, smallest, largest }: { areaIds: string[]; groupIds: string[]; smallest: number; largest: number }): Pattern => ({
  period: { start: today, end: addMonths(today, 6) },
  weekdays: [5, 6],
  breaks: 'keep',
  riskNights: 'add',
  from: '21:00',
  to: '00:30',
  kind: 'night',
  areaIds: areaIds.slice(0, 1),
  areaWay: 'turn',
  groupIds,
  leaders: 1,
  walkers: largest - 1,
  smallest,
});

/** The nights that are to be left out, as the preview's boxes say. */
export const leftOut = (fields: Record<string, string>): CalendarDate[] => Object.keys(fields).flatMap((name) => (name.startsWith('without-') ? [name.slice('without-'.length)] : []));

import { Temporal } from 'temporal-polyfill';
import { type CalendarDate, weekday } from '#kernel/calendar-date.ts';
import { type Told, type ToldTable, toldShares, toldTable } from './small-numbers.ts';

/** What counts of an event report: where, when and how it felt. The night is the day its walk began on. */
export interface Counted {
  area: string;
  /** Null where the time is in doubt. */
  at: Date | null;
  night: CalendarDate;
  mood: number;
}

/** Event reports counted, as they may be told. */
export interface WalkStatistics {
  /** By name, and the hours of the clock from noon to noon: the rows and the columns of the table. */
  areas: string[];
  hours: number[];
  table: ToldTable;
  /** Parts of all in hundredths, from Monday; the weekday is that of the evening. Null where there are too few reports to be told by it too. */
  weekdays: Told[] | null;
  /** The same by mood, from 1 to 5. */
  moods: Told[] | null;
}

/** The hour of the clock in Sweden. */
const hourOf = (at: Date): number => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO('Europe/Stockholm').hour;

/** Hours in the order of an evening: those after midnight last. */
const fromNoon = (a: number, b: number): number => ((a + 12) % 24) - ((b + 12) % 24);

/**
 * About so many reports must have been told before they are told by weekday and mood as well: of a handful, which weekdays
 * and moods there were says how many they were, and with that what the table hides. Read from the told table alone, so that
 * the lack says nothing either.
 */
const ENOUGH = 20;

/** Counts event reports by area and hour, by weekday and by mood, with small numbers hidden. What that guarantees: docs/small-numbers.md. */
export function statisticsOf(reports: Counted[]): WalkStatistics {
  const timed = reports.flatMap(({ area, at }) => (at ? [{ area, hour: hourOf(at) }] : []));
  const areas = [...new Set(timed.map(({ area }) => area))].sort((a, b) => a.localeCompare(b, 'sv'));
  const hours = [...new Set(timed.map(({ hour }) => hour))].sort(fromNoon);
  const cell = tally(timed, ({ area, hour }) => `${hour} ${area}`);
  const night = tally(reports, (one) => String(weekday(one.night)));
  const mood = tally(reports, (one) => String(one.mood));
  const table = toldTable(areas.map((area) => hours.map((hour) => cell(`${hour} ${area}`))));
  const enough = table.total !== 'few' && table.total >= ENOUGH;
  return {
    areas,
    hours,
    table,
    weekdays: enough ? toldShares([1, 2, 3, 4, 5, 6, 7].map((day) => night(String(day)))) : null,
    moods: enough ? toldShares([1, 2, 3, 4, 5].map((one) => mood(String(one)))) : null,
  };
}

/** How many there are of each key. */
function tally<T>(all: T[], keyOf: (one: T) => string): (key: string) => number {
  const counts = new Map<string, number>();
  for (const one of all) counts.set(keyOf(one), (counts.get(keyOf(one)) ?? 0) + 1);
  return (key) => counts.get(key) ?? 0;
}

import { tableHour } from '#kernel/hour.ts';
import type { Cell, Table } from '#kernel/table.ts';
import * as m from '#messages';
import type { WalkedNight, WalkReport } from './model.ts';
import { halfHours } from './rules/hours.ts';
import type { Told } from './rules/small-numbers.ts';
import type { WalkStatistics } from './rules/statistics.ts';
import type { NamedHours } from './queries/hours.ts';
import { sayException, sayHour, sayTold } from './words.ts';

/** Walk reports as a table for a spreadsheet: a row for each walk, with no names. */
export const tableOfReports = (reports: WalkReport[]): Table => ({
  head: [m.walk_column_night(), m.walk_column_from(), m.walk_column_to(), m.walk_column_group(), m.walk_column_area(), m.walk_column_walkers(), m.walk_column_reports(), m.walk_column_young_least(), m.walk_column_young_most(), m.walk_column_mood()],
  rows: reports.map(({ walk, walked }) => [{ day: walk.night }, tableHour(walk.starts), tableHour(walk.ends), walk.group?.name ?? null, walk.area.name, walked.walkers, walked.reports, walked.young.least, walked.young.most, walked.mood]),
});

/** Walked nights as a table to settle from: a row for each. */
export const tableOfNights = (nights: WalkedNight[]): Table => ({
  head: [m.walk_column_night(), m.walk_column_group(), m.walk_column_area(), m.walk_column_walkers(), m.walk_column_exceptions(), m.walk_column_reason(), m.walk_column_confirmed(), m.walk_column_confirmed_by()],
  rows: nights.map(({ walk, walkers, exceptions, confirmation }) => [{ day: walk.night }, walk.group?.name ?? null, walk.area.name, walkers, exceptions.map(sayException).join(', ') || null, walk.exceptionReason, confirmation ? { day: inSweden.format(confirmation.at) } : null, confirmation?.by ?? null]),
});

const inSweden = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' });

/** Statistics as a table, with the same numbers hidden as where they are shown. */
export function tableOfStatistics({ areas, hours, table }: WalkStatistics): Table {
  return {
    head: [m.walk_column_area(), ...hours.map(sayHour), m.walk_column_all()],
    rows: [...areas.map((area, at): Cell[] => [area, ...table.cells[at].map(cell), cell(table.rows[at])]), ...(areas.length > 0 ? [[m.walk_column_all(), ...table.columns.map(cell), cell(table.total)]] : [])],
  };
}

const cell = (told: Told): Cell => (told === 'few' ? sayTold(told) : told);

/** Walkers' hours as a table; whose identity is protected has no name in it. */
export const tableOfHours = (hours: NamedHours[]): Table => ({
  head: [m.walk_column_walker(), m.walk_column_walks(), m.walk_column_hours(), m.walk_column_courses()],
  rows: hours.map(({ name, walks, minutes, courses }) => [name ?? m.walk_one_more_walker(), walks, halfHours(minutes), courses.map(({ about, seenOn }) => `${about ?? m.walk_certificate_course_unnamed()} ${seenOn}`).join(', ') || null]),
});

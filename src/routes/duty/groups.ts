import { addDays, type CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';

export interface DutyGroup<Row> {
  key: string;
  words: () => string;
  rows: Row[];
}

/** Duties in order of their day, parted by how near they are: late, within a week, within a month, later. */
export function byNearness<Row extends { state: string; dueBy: CalendarDate }>(rows: Row[], today: CalendarDate): DutyGroup<Row>[] {
  const keyOf = ({ state, dueBy }: Row) => {
    if (state === 'late') return 'late';
    return dueBy <= addDays(today, 7) ? 'week' : dueBy <= addDays(today, 30) ? 'month' : 'later';
  };
  return GROUPS.map(({ key, words }) => ({ key, words, rows: rows.filter((row) => keyOf(row) === key) })).filter(({ rows }) => rows.length > 0);
}

const GROUPS = [
  { key: 'late', words: m.group_late },
  { key: 'week', words: m.group_week },
  { key: 'month', words: m.group_month },
  { key: 'later', words: m.group_later },
];

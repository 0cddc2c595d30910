import type { CalendarDate } from '#kernel/calendar-date.ts';
import { type Cell, dayCell, type Table } from '#kernel/table.ts';
import * as m from '#messages';
import { dateOf, sayDuty } from '#pure/commitments';
import type { PartnershipRow } from './rows.ts';
import { standingOf } from './standing.ts';

/** Partnerships as a table: a row for each, with what comes next in it. */
export function tableOfPartnerships(rows: PartnershipRow[], today: CalendarDate): Table {
  const head = [
    m.partnership_table_name(), m.partnership_table_parties(), m.case_number(), m.partnership_table_state(), m.partnership_table_start(), m.partnership_table_end(),
    m.partnership_table_late(), m.partnership_table_next(), m.partnership_table_next_day(),
  ];
  return { head, rows: rows.map((row) => rowOf(row, today)) };
}

const rowOf = (row: PartnershipRow, today: CalendarDate): Cell[] => {
  const { title, fileName, parties, caseNumber, state, period, late, next } = row;
  return [
    title ?? fileName,
    [...new Set(parties.map(({ name }) => name))].join(', '),
    caseNumber,
    standingOf(row, today).words,
    dayCell(period?.start?.date),
    dayCell(period?.end?.date),
    state === 'active' ? late : null,
    next && sayDuty(next.duty),
    next && dayCell(dateOf(next.duty)?.date),
  ];
};

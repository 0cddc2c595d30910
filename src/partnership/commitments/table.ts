import { kronorFromOre } from '#kernel/ore.ts';
import { type Cell, dayCell, type Table } from '#kernel/table.ts';
import * as m from '#messages';
import type { DutyView } from './model.ts';
import { dateOf } from './rules/day.ts';
import { sayDuty, sayKind, sayOwner, sayState, sayWaiting } from './words.ts';

/** Duties as a table: amounts in kronor. */
export function tableOfDuties(views: Pick<DutyView, 'duty' | 'state' | 'completion'>[]): Table {
  const head = [
    m.duty_csv_date(), m.duty_csv_precision(), m.duty_csv_state(), m.duty_csv_kind(), m.duty_csv_what(), m.duty_csv_owner(),
    m.duty_csv_amount(), m.duty_csv_waits(), m.duty_csv_done(), m.duty_csv_line(), m.duty_csv_sentence(),
  ];
  return { head, rows: views.map(rowOf) };
}

const PRECISIONS = { day: m.duty_precision_day, month: m.duty_precision_month, year: m.duty_precision_year } as const;

function rowOf({ duty, state, completion }: Pick<DutyView, 'duty' | 'state' | 'completion'>): Cell[] {
  const bound = dateOf(duty);
  return [
    dayCell(bound?.date),
    bound ? PRECISIONS[bound.precision]() : '',
    sayState(state),
    sayKind(duty.kind),
    sayDuty(duty),
    sayOwner(duty.owner),
    duty.ore === null ? null : kronorFromOre(duty.ore),
    sayWaiting(duty),
    dayCell(completion?.doneOn),
    duty.source.span.line,
    duty.source.sentence?.replace(/\s+/g, ' ').trim() ?? '',
  ];
}

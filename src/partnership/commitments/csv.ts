import { asCsv } from '#kernel/csv.ts';
import { kronorFromOre } from '#kernel/ore.ts';
import * as m from '#messages';
import type { DutyView } from './model.ts';
import { dateOf } from './rules/day.ts';
import { sayDuty, sayKind, sayOwner, sayState, sayWaiting } from './words.ts';

/** Duties as a table: decimal comma in amounts, dates as ISO days. */
export function dutiesAsCsv(views: Pick<DutyView, 'duty' | 'state' | 'completion'>[]): string {
  const head = [
    m.duty_csv_date(), m.duty_csv_precision(), m.duty_csv_state(), m.duty_csv_kind(), m.duty_csv_what(), m.duty_csv_owner(),
    m.duty_csv_amount(), m.duty_csv_waits(), m.duty_csv_done(), m.duty_csv_line(), m.duty_csv_sentence(),
  ];
  return asCsv([head, ...views.map(rowOf)]);
}

const PRECISIONS = { day: m.duty_precision_day, month: m.duty_precision_month, year: m.duty_precision_year } as const;

function rowOf({ duty, state, completion }: Pick<DutyView, 'duty' | 'state' | 'completion'>): string[] {
  const bound = dateOf(duty);
  return [
    bound?.date ?? '',
    bound ? PRECISIONS[bound.precision]() : '',
    sayState(state),
    sayKind(duty.kind),
    sayDuty(duty),
    sayOwner(duty.owner),
    duty.ore === null ? '' : String(kronorFromOre(duty.ore)).replace('.', ','),
    sayWaiting(duty),
    completion?.doneOn ?? '',
    String(duty.source.span.line),
    duty.source.sentence?.replace(/\s+/g, ' ').trim() ?? '',
  ];
}

import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { AgreementRow } from '#partnership/agreement';
import type { PartnershipDuties } from '#partnership/commitments';
import { type DutyView, drawMiniLifelines, type LifelineSubject, type MiniAxis } from '#pure/commitments';

/** A partnership in a list: what it is, how it stands, and what comes next in it. */
export interface PartnershipRow extends AgreementRow {
  /** The first duty that is late or soon, else the next that has a day; null where there is none. */
  next: Pick<DutyView, 'duty' | 'state'> | null;
  late: number;
}

/** Partnerships with their lifelines drawn on one axis. */
export function asRows(rows: AgreementRow[], duties: Map<string, PartnershipDuties>, today: CalendarDate): { rows: PartnershipRow[]; axis: MiniAxis | null } {
  return {
    rows: rows.map((row) => ({ ...row, ...comingUp(duties.get(row.id)?.duties ?? []) })),
    axis: drawMiniLifelines(rows.map((row) => subjectOf(row, duties.get(row.id), today)), today),
  };
}

function comingUp(duties: PartnershipDuties['duties']): Pick<PartnershipRow, 'next' | 'late'> {
  const open = (state: DutyView['state']) => duties.filter((view) => view.state === state);
  const [next] = [...open('late'), ...open('soon'), ...open('coming')];
  return { next: next ? { duty: next.duty, state: next.state } : null, late: open('late').length };
}

/** A partnership that has not commenced has only its period: nothing in it is promised yet. */
function subjectOf(row: AgreementRow, known: PartnershipDuties | undefined, today: CalendarDate): LifelineSubject {
  if (known) return { ...known, today };
  return { duties: [], signatures: [], term: { start: row.period?.start?.date ?? null, end: row.period?.end?.date ?? null }, today };
}

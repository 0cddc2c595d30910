import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { AgreementRow } from '#partnership/agreement';
import type { PartnershipDuties } from '#partnership/commitments';
import type { Closing } from '#partnership/governance';
import { type DutyView, drawMiniLifelines, type LifelineSubject, type MiniAxis } from '#pure/commitments';
import { lifeOf, type LifeState } from '#pure/governance';

/** A partnership in a list: what it is, how it stands, and what comes next in it. */
export interface PartnershipRow extends AgreementRow {
  /** The first duty that is late or soon, else the next that has a day; null where there is none. */
  next: Pick<DutyView, 'duty' | 'state'> | null;
  late: number;
  /** How far it has come in its life; null while it is under review. */
  life: LifeState | null;
  /** Its last day as it is now: agreed, or earlier by notice or rescission. */
  endsOn: CalendarDate | null;
}

/** What is known of partnerships beside what they are called: their duties, and what closes them. */
interface Known {
  duties: Map<string, PartnershipDuties>;
  closings: Map<string, Closing>;
}

/** Partnerships with their lifelines drawn on one axis. */
export function asRows(rows: AgreementRow[], { duties, closings }: Known, today: CalendarDate): { rows: PartnershipRow[]; axis: MiniAxis | null } {
  return {
    rows: rows.map((row) => ({ ...row, ...comingUp(duties.get(row.id)?.duties ?? []), ...livingOf(duties.get(row.id), closings.get(row.id), today) })),
    axis: drawMiniLifelines(rows.map((row) => subjectOf(row, duties.get(row.id), today)), today),
  };
}

function livingOf(known: PartnershipDuties | undefined, closing: Closing | undefined, today: CalendarDate): Pick<PartnershipRow, 'life' | 'endsOn'> {
  if (!known) return { life: null, endsOn: null };
  const endsOn = known.term.end;
  return { life: lifeOf({ sharedAt: null, sentOutAt: null, commenced: true, endsOn, settlement: closing?.settlement ?? null, archiving: closing?.archiving ?? null }, today), endsOn };
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

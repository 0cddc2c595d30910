import type { EventReported } from '../model.ts';

const HOUR = 3_600_000;

/** Milliseconds after a walk has been closed within which telephones without network are waited for. */
const WAITED_FOR = 12 * HOUR;

/** Whether the report of a closed walk can leave: everything has come and is agreed on, or it has been waited for long enough. */
export const isReportDue = ({ closedAt, conflicts, waiting }: { closedAt: Date; conflicts: number; waiting: number }, now: Date): boolean =>
  (conflicts === 0 && waiting === 0) || now.getTime() - closedAt.getTime() >= WAITED_FOR;

/** What an event report is to the office: an accident where somebody was hurt, an incident where help was called for, else nothing. */
export function incidentIn({ injury, contacts }: Pick<EventReported, 'injury' | 'contacts'>): 'accident' | 'incident' | null {
  if (injury) return 'accident';
  return contacts.includes('emergency-112') || contacts.includes('office') ? 'incident' : null;
}

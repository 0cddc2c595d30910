import type { CalendarDate, DatePrecision } from '#kernel/calendar-date.ts';
import type { Ore } from '#kernel/ore.ts';

/** One line of the agreed budget. */
export interface BudgetLine {
  factId: string;
  label: string;
  ore: Ore;
  kind: 'income' | 'cost' | 'sum';
}

/** A payment the agreement promises. It is due on a day, or awaits an event, or the agreement says neither. */
export interface Payment {
  factId: string;
  /** Null when the agreement names no amount. */
  ore: Ore | null;
  due: CalendarDate | null;
  duePrecision: DatePrecision | null;
  /** What has to happen first, as an event of the reading format; null when it waits for nothing but its day. */
  awaits: string | null;
  payer: string | null;
  payee: string | null;
  account: string | null;
  wording: string;
  shares: { payer: string; ore: Ore }[];
}

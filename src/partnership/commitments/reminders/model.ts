import { z } from 'zod';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Duty } from '../model.ts';

/** Days before a duty's day on which one may choose to be reminded. */
export const DAYS_BEFORE = [60, 30, 14, 7, 3, 1] as const;

/** How somebody wants to be reminded. */
export interface ReminderSettings {
  wanted: boolean;
  daysBefore: number[];
}

/** For who has said nothing. */
export const USUAL: ReminderSettings = { wanted: true, daysBefore: [30, 7, 1] };

export const settingsSchema = z.object({
  wanted: z.boolean(),
  daysBefore: z.array(z.number().refine((days) => (DAYS_BEFORE as readonly number[]).includes(days))),
});

/** How somebody is written to. */
export interface Reader {
  email: string;
  /** Null where they have chosen none: then it is Swedish. */
  language: 'sv' | 'en' | null;
}

/** Why somebody is told of a duty: it is soon, they are late with it, or others have left it lying. */
export type Occasion = { before: number } | 'late' | 'left';

/** A duty with a day that has to be kept, as reminders need it. */
export interface FirmDuty {
  id: string;
  agreementId: string;
  partnership: string | null;
  duty: Duty;
  dueBy: CalendarDate;
}

/** That somebody is to be told of a duty. */
export interface Reminder {
  accountId: string;
  about: FirmDuty;
  occasion: Occasion;
}

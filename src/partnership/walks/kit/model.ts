import { z } from 'zod';
import type { CalendarDate } from '#kernel/calendar-date.ts';
import { isCalendarDate } from '#kernel/calendar-date.ts';
import type { Named } from '../model.ts';

export const KIT_KINDS = ['vest', 'first-aid', 'lamp', 'phone'] as const;
export type KitKind = (typeof KIT_KINDS)[number];

/** With which group a thing is, and since when; with whom of it, for those who lead the group. */
interface KitLoan {
  group: Named;
  lentOn: CalendarDate;
  dueOn: CalendarDate | null;
  /** Null where nobody in particular has it, or the reader may not know; a protected name is never shown. */
  holder: string | null;
  late: boolean;
}

export interface KitDamage {
  id: string;
  words: string;
  /** The SHA-256 of a picture of the damage. */
  photo: string | null;
  notedAt: Date;
}

/** One thing, known by its kind and number: it is with the association, or out with a group. */
export interface KitItem {
  id: string;
  kind: KitKind;
  number: number;
  loan: KitLoan | null;
  /** What is broken and not mended. */
  damages: KitDamage[];
}

/** Things of one kind, in figures. */
export interface KitCount {
  kind: KitKind;
  all: number;
  out: number;
  late: number;
  damaged: number;
}

const day = z.string().refine(isCalendarDate);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess((typed) => (typed === '' || typed === undefined ? null : typed), schema.nullable());

export const addingSchema = z.object({ kind: z.enum(KIT_KINDS), count: z.coerce.number().int().min(1).max(100) });
export const lendingSchema = z.object({ itemId: z.uuid(), groupId: z.uuid(), holderId: optional(z.uuid()), dueOn: optional(day) });
export const damageSchema = z.object({ itemId: z.uuid(), words: z.string().trim().min(1).max(500) });

import type { CalendarDate } from '#kernel/calendar-date.ts';
import { KIT_KINDS, type KitCount, type KitItem } from './model.ts';

/** Whether something should have been back: the day after the day that was said is the first. */
export const isLate = (dueOn: CalendarDate | null, today: CalendarDate): boolean => dueOn !== null && dueOn < today;

/** How many there are of each kind, and how they stand. Kinds of which there are none are left out. */
export const countKit = (items: KitItem[]): KitCount[] =>
  KIT_KINDS.flatMap((kind) => {
    const alike = items.filter((item) => item.kind === kind);
    return alike.length === 0
      ? []
      : [{ kind, all: alike.length, out: alike.filter(({ loan }) => loan).length, late: alike.filter(({ loan }) => loan?.late).length, damaged: alike.filter(({ damages }) => damages.length > 0).length }];
  });

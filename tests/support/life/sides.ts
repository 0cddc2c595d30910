import type { BrowserContextOptions, Page } from 'playwright-core';
import type { CalendarDate } from '#kernel/calendar-date.ts';

/** The two who write for their sides, in all five lives. */
export const OURS = 'Karin Ekdahl';
export const THEIRS = 'Jonas Lundvall';

/** The samples have their years, and so have the lives: they begin on a day when all of them run. */
export const BEGINS: CalendarDate = '2026-11-21';

export interface Sides {
  ours: Page;
  theirs: Page;
}

export type Open = (options: BrowserContextOptions & { as: 'nobody' }) => Promise<Page>;

import { type CalendarEntry, icalendar, type TimedEntry } from '#partnership/commitments';

/** Duties, and walks with their hours, as a calendar. */
export const asCalendar = (entries: CalendarEntry[], stamp: Date, timed: TimedEntry[]): Response =>
  new Response(icalendar(entries, { stamp, timed }), { headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="handslag.ics"' } });

import { type CalendarEntry, icalendar } from '#partnership/commitments';

/** Duties as a calendar. */
export const asCalendar = (entries: CalendarEntry[], stamp: Date): Response =>
  new Response(icalendar(entries, { stamp }), { headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="handslag.ics"' } });

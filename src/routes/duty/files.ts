import { type CalendarEntry, dutiesAsCsv, icalendar } from '#partnership/commitments';
import { tableFile } from '../answer.ts';

/** Duties as a calendar. */
export const asCalendar = (entries: CalendarEntry[], stamp: Date): Response =>
  new Response(icalendar(entries, { stamp }), { headers: { 'content-type': 'text/calendar; charset=utf-8', 'content-disposition': 'inline; filename="handslag.ics"' } });

/** Duties as a table for a spreadsheet. */
export const asTable = (views: Parameters<typeof dutiesAsCsv>[0]): Response => tableFile(dutiesAsCsv(views));

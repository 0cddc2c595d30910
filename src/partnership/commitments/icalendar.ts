import { ICalCalendar, ICalEventStatus } from 'ical-generator';
import { addDays, type CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { DutyView } from './model.ts';
import { sayDuty, sayOwner } from './words.ts';

export interface CalendarEntry extends Pick<DutyView, 'duty' | 'state'> {
  /** The partnership it belongs to: part of the event's id, and of its title where there are several. */
  partnership: { id: string; title: string | null };
  /** How often the duty has been replanned: calendars take the event with the higher number. */
  sequence: number;
}

/** Something with hours, of another room: a walk. */
export interface TimedEntry {
  id: string;
  title: string;
  description: string;
  starts: Date;
  ends: Date;
  cancelled: boolean;
}

/**
 * The duties that have a day as an iCalendar (RFC 5545) of all-day events without alarms; what awaits an event or a day is
 * left out. An event's id is the partnership's and the duty's, so that a changed day moves it. The same entries at the same
 * `stamp` give the same text. What has hours stands beside them.
 */
export function icalendar(entries: CalendarEntry[], { stamp, name, timed = [] }: { stamp: Date; name?: string; timed?: TimedEntry[] }): string {
  const calendar = new ICalCalendar({ prodId: { company: 'Handslag', product: 'Handslag', language: 'SV' }, name: name ?? m.duty_calendar_name() });
  const several = new Set(entries.map(({ partnership }) => partnership.id)).size > 1;
  for (const entry of entries) {
    const { timing } = entry.duty;
    if (timing.type === 'on') addEvent(calendar, entry, { date: timing.date, stamp, several });
  }
  for (const { id, title, description, starts, ends, cancelled } of timed) {
    calendar.createEvent({ id: `${id}@handslag`, stamp, start: starts, end: ends, summary: title, description, status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED });
  }
  return calendar.toString();
}

function addEvent(calendar: ICalCalendar, { duty, state, partnership, sequence }: CalendarEntry, { date, stamp, several }: { date: CalendarDate; stamp: Date; several: boolean }): void {
  calendar.createEvent({
    id: `${partnership.id}/${duty.key}@handslag`,
    stamp,
    sequence,
    allDay: true,
    start: midnight(date),
    end: midnight(addDays(date, 1)),
    summary: several && partnership.title ? `${sayDuty(duty)} – ${partnership.title}` : sayDuty(duty),
    description: descriptionOf(duty),
    status: state === 'cancelled' ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
}

/** The library writes the day of an all-day event as it is in UTC, wherever this process runs. */
const midnight = (date: CalendarDate): Date => new Date(`${date}T00:00:00Z`);

function descriptionOf({ timing, owner, source }: DutyView['duty']): string {
  const lines = [
    timing.type === 'on' && timing.precision === 'month' ? m.duty_calendar_month() : '',
    timing.type === 'on' && timing.precision === 'year' ? m.duty_calendar_year() : '',
    timing.type === 'on' && timing.shiftedFrom ? m.duty_calendar_moved({ date: timing.shiftedFrom }) : '',
    owner ? m.duty_calendar_owner({ owner: sayOwner(owner) }) : '',
    source.sentence ? m.duty_calendar_source({ sentence: source.sentence.replace(/\s+/g, ' ').trim() }) : '',
  ];
  return lines.filter(Boolean).join('\n');
}

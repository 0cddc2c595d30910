import type { CalendarDate, DatePrecision } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import { type Locale, localizeHref } from '#locale';
import { dateOf } from '../rules/day.ts';
import { sayDuty } from '../words.ts';
import type { Reminder } from './model.ts';

/** Duties that one letter names; how many more there are is said. */
const NAMED = 40;

/** The subject and text of a letter about all of these at once, in the language being spoken. `house` is where Handslag is reached. */
export function letterAbout(reminders: Reminder[], { language, house }: { language: Locale; house: URL | null }): { subject: string; text: string } {
  const late = reminders.filter(({ occasion }) => occasion === 'late');
  const left = reminders.filter(({ occasion }) => occasion === 'left');
  const coming = reminders.filter(({ occasion }) => typeof occasion === 'object');
  const lines = (some: Reminder[]) => listed(some, { language, house });
  const parts = [
    late.length > 0 && `${m.reminder_late({ count: late.length })}\n\n${lines(late)}`,
    coming.length > 0 && `${m.reminder_coming({ count: coming.length })}\n\n${lines(coming)}`,
    left.length > 0 && `${m.reminder_left({ count: left.length })}\n\n${lines(left)}`,
    house && m.reminder_settings_at({ address: pageAt(house, '/account/reminders', language) }),
  ];
  return { subject: subjectOf(late.length + left.length, coming.length), text: parts.filter(Boolean).join('\n\n') };
}

function subjectOf(late: number, coming: number): string {
  if (late === 0) return m.reminder_subject_coming({ count: coming });
  return coming === 0 ? m.reminder_subject_late({ count: late }) : m.reminder_subject_both({ late, coming });
}

function listed(reminders: Reminder[], { language, house }: { language: Locale; house: URL | null }): string {
  const named = reminders.slice(0, NAMED).map(({ about }) => {
    const { duty, partnership, dueBy, agreementId } = about;
    const { date, precision } = dateOf(duty) ?? { date: dueBy, precision: 'day' };
    const words = m.reminder_duty({ duty: sayDuty(duty).replace(/[.,;:\s]+$/, ''), day: dayIn(language, date, precision) });
    return [`- ${words}`, partnership, house && pageAt(house, `/partnerships/${agreementId}`, language)].filter(Boolean).join('\n  ');
  });
  const more = reminders.length - named.length;
  return [...named, ...(more > 0 ? [m.reminder_more({ count: more })] : [])].join('\n\n');
}

const pageAt = (house: URL, path: string, locale: Locale): string => new URL(localizeHref(path, { locale }), house).href;

/** "fredag 5 december 2026", or the month or the year where no more is known. */
const dayIn = (language: Locale, date: CalendarDate, precision: DatePrecision): string =>
  new Intl.DateTimeFormat(language === 'sv' ? 'sv-SE' : 'en-GB', { timeZone: 'UTC', year: 'numeric', ...FORMS[precision] }).format(new Date(`${date}T12:00:00Z`)).replace(',', '');

const FORMS: Record<DatePrecision, Intl.DateTimeFormatOptions> = { day: { weekday: 'long', day: 'numeric', month: 'long' }, month: { month: 'long' }, year: {} };

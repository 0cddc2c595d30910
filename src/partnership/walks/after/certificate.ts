import type { CalendarDate } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { DocumentContent } from '#platform/documents/content.ts';
import { halfHours } from './rules/hours.ts';

const SWEDISH = { locale: 'sv' } as const;
const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', day: 'numeric', month: 'long', year: 'numeric' });
const sayDay = (date: CalendarDate): string => day.format(new Date(`${date}T12:00:00Z`));

/** What a certificate says of a walker. */
export interface Certified {
  name: string;
  walks: number;
  minutes: number;
  courses: { about: string | null; seenOn: CalendarDate }[];
  /** The days that it is about; without them all that is known. */
  from: CalendarDate | null;
  to: CalendarDate;
  /** Who says it, where somebody other than the walker asks. */
  organisation: string | null;
  on: CalendarDate;
}

/** The certificate of a walker as a document: what they have done, in figures, and the courses that somebody has seen proof of. */
export function certificate({ name, walks, minutes, courses, from, to, organisation, on }: Certified): DocumentContent {
  const hours = halfHours(minutes).toLocaleString('sv-SE');
  const what = from ? m.walk_certificate_between({ name, count: walks, hours, from: sayDay(from), to: sayDay(to) }, SWEDISH) : m.walk_certificate_until({ name, count: walks, hours, to: sayDay(to) }, SWEDISH);
  const taken = courses.map(({ about, seenOn }) => m.walk_certificate_course({ course: about || m.walk_certificate_course_unnamed({}, SWEDISH), day: sayDay(seenOn) }, SWEDISH));
  return {
    kind: 'certificate',
    language: 'sv',
    title: m.walk_certificate_title({ name }, SWEDISH),
    subtitle: what,
    date: on,
    parties: [],
    sections: [
      { number: null, heading: m.walk_certificate_walked({}, SWEDISH), blocks: [{ kind: 'paragraph', text: m.walk_certificate_what({}, SWEDISH) }, { kind: 'paragraph', text: m.walk_certificate_counted({}, SWEDISH) }] },
      ...(taken.length > 0 ? [{ number: null, heading: m.walk_certificate_courses({}, SWEDISH), blocks: [{ kind: 'list' as const, ordered: false, items: taken }] }] : []),
      { number: null, heading: m.walk_certificate_thanks({}, SWEDISH), blocks: [{ kind: 'paragraph' as const, text: organisation ? m.walk_certificate_thanks_from({ organisation }, SWEDISH) : m.walk_certificate_thanks_words({}, SWEDISH) }] },
    ],
    budget: [],
    lifeline: null,
    annexes: [],
    signatories: [],
    attachment: null,
  };
}

import { hourOf } from '#kernel/hour.ts';
import * as m from '#messages';
import { getLocale } from '#locale';
import { inAlphabet, isOneMessage, oneMessage } from '#platform/sms/one-message.ts';
import type { Walk } from '../model.ts';
import type { TidingKind } from './model.ts';

/** A walk as what is told of it needs it. */
export type ToldWalk = Pick<Walk, 'starts' | 'ends' | 'area' | 'meetingPoint' | 'cancelledBecause'>;

interface Told {
  walk: ToldWalk;
  /** Where to answer or read more; null where nobody has said where Handslag is reached. */
  link: string | null;
  until: Date | null;
}

/** The same words by text message and by mail. */
export interface Words {
  sms: string;
  subject: string;
  text: string;
}

/** What somebody is told of a walk, as one message and as a letter. Names no other walker. */
export function wordsOf(kind: TidingKind, { walk, link, until }: Told): Words {
  const where = walk.meetingPoint?.name ?? walk.area.name;
  const say = (place: string): string => SAY[kind]({ place, when: timeOf(walk.starts), until: until ? timeOf(until) : '' });
  return {
    sms: withLink(say, where, link),
    subject: SUBJECT[kind](),
    text: [say(where), kind === 'cancelled' ? walk.cancelledBecause : kind === 'adult-missing' ? m.walk_own_waits_for_adult() : null, link].filter(Boolean).join('\n\n'),
  };
}

/** What a code is sent with. */
export const codeWords = (code: string): string => m.walk_sms_code({ code });

/** What a colleague is told whose number a walker has typed. */
export const handedWords = (walk: ToldWalk, link: string | null): string =>
  withLink((place) => m.walk_sms_handed({ place, when: timeOf(walk.starts) }), walk.meetingPoint?.name ?? walk.area.name, link);

/** One message with the link after it, or without where there is no room for both: a link that is cut leads nowhere. */
function withLink(say: (place: string) => string, place: string, link: string | null): string {
  const whole = (name: string): string => `${say(name)} ${link}`;
  return oneMessage(link && isOneMessage(inAlphabet(whole(''))) ? whole : say, place);
}

/** The letter to those who lead and coordinate: there are young walkers and nobody grown. Names nobody. */
export const adultLetter = (walk: ToldWalk, address: string | null): { subject: string; text: string } => {
  const facts = { place: walk.meetingPoint?.name ?? walk.area.name, when: timeOf(walk.starts) };
  return { subject: m.walk_adult_letter_subject(facts), text: [m.walk_adult_letter_text(facts), address && m.walks_letter_where({ address })].filter(Boolean).join('\n\n') };
};

interface Facts {
  place: string;
  when: string;
  until: string;
}

const SAY: Record<TidingKind, (facts: Facts) => string> = {
  placed: ({ place, when }) => m.walk_told_placed({ place, when }),
  offered: ({ place, when, until }) => m.walk_told_offered({ place, when, until }),
  replaced: ({ place, when }) => m.walk_told_replaced({ place, when }),
  removed: ({ place, when }) => m.walk_told_removed({ place, when }),
  moved: ({ place, when }) => m.walk_told_moved({ place, when }),
  cancelled: ({ place, when }) => m.walk_told_cancelled({ place, when }),
  restored: ({ place, when }) => m.walk_told_restored({ place, when }),
  'adult-missing': ({ place, when }) => m.walk_told_adult_missing({ place, when }),
  'adult-back': ({ place, when }) => m.walk_told_adult_back({ place, when }),
  'day-before': ({ place, when }) => m.walk_told_day_before({ place, when }),
  'hours-before': ({ place, when }) => m.walk_told_hours_before({ place, when }),
};

const SUBJECT: Record<TidingKind, () => string> = {
  placed: m.walk_subject_placed,
  offered: m.walk_subject_offered,
  replaced: m.walk_subject_replaced,
  removed: m.walk_subject_removed,
  moved: m.walk_subject_moved,
  cancelled: m.walk_subject_cancelled,
  restored: m.walk_subject_restored,
  'adult-missing': m.walk_subject_adult_missing,
  'adult-back': m.walk_subject_adult_back,
  'day-before': m.walk_subject_reminder,
  'hours-before': m.walk_subject_reminder,
};

/** "fre 5 dec 21.00": short, by the clock in Sweden. */
function timeOf(moment: Date): string {
  const locale = getLocale() === 'sv' ? 'sv-SE' : 'en-GB';
  const day = new Intl.DateTimeFormat(locale, { timeZone: 'Europe/Stockholm', weekday: 'short', day: 'numeric', month: 'short' }).format(moment).replace(',', '').replaceAll('.', '');
  return `${day} ${hourOf(moment, getLocale())}`;
}

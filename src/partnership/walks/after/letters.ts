import { hourOf } from '#kernel/hour.ts';
import * as m from '#messages';
import { localizeUrl } from '#locale';
import type { Language, Walk } from '../model.ts';
import type { EventReported, Incident, Office, Walked } from './model.ts';
import { halfHours } from './rules/hours.ts';
import { sayEventKind, sayIncident, sayYoungOf } from './words.ts';

/** Letters to those who plan and lead are in Swedish: they have chosen no language. */
const SWEDISH = { locale: 'sv' } as const;

interface WrittenLetter {
  subject: string;
  text: string;
}

const hour = (moment: Date) => hourOf(moment, SWEDISH.locale);
const evening = new Intl.DateTimeFormat('sv-SE', { timeZone: 'UTC', weekday: 'long', day: 'numeric', month: 'long' });

/** "fredag 20 november". */
const sayNight = (night: string): string => evening.format(new Date(`${night}T12:00:00Z`));

/** The report of a walk as a letter: figures and what happened where, with no names and nothing that somebody has written. */
export function reportLetter({ walk, walked, events, address }: { walk: Walk; walked: Walked; events: EventReported[]; address: string | null }): WrittenLetter {
  const night = sayNight(walk.night);
  const figures = [
    m.walk_letter_hours({ from: hour(walk.starts), to: hour(walked.closedAt ?? walk.ends) }, SWEDISH),
    m.walk_letter_walkers({ count: walked.walkers }, SWEDISH),
    m.walk_letter_young({ young: sayYoungOf(walked.young, SWEDISH) }, SWEDISH),
    walked.mood === null ? null : m.walk_letter_mood({ mood: walked.mood.toFixed(1).replace('.', ',') }, SWEDISH),
  ];
  const parts = [
    m.walk_letter_intro({ group: walk.group?.name ?? m.walk_without_group({}, SWEDISH), area: walk.area.name, night }, SWEDISH),
    figures.filter(Boolean).map((line) => `- ${line}`).join('\n'),
    events.length === 0 ? m.walk_letter_quiet({}, SWEDISH) : `${m.walk_letter_events({ count: events.length }, SWEDISH)}\n\n${byPlace(events)}`,
    address && m.walk_letter_where({ address }, SWEDISH),
  ];
  return { subject: m.walk_letter_subject({ area: walk.area.name, night }, SWEDISH), text: parts.filter(Boolean).join('\n\n') };
}

/** A line for each place: how many reports, and what they were about, each word once. */
function byPlace(events: EventReported[]): string {
  const places = Map.groupBy(events, ({ place }) => place ?? m.walk_other_place({}, SWEDISH));
  return [...places].map(([place, there]) => `- ${m.walk_letter_place({ place, count: there.length, kinds: [...new Set(there.flatMap(({ kinds }) => kinds))].map((kind) => sayEventKind(kind, SWEDISH).toLowerCase()).join(', ') }, SWEDISH)}`).join('\n');
}

/** That there has been an accident or an incident, as a letter to the office: when and where, what the insurance asks, and where the rest is read. */
export function incidentLetter({ incident, office, address }: { incident: Incident; office: Office | null; address: string | null }): WrittenLetter {
  const { walk, kind, at, place } = incident;
  const facts = { what: sayIncident(kind, SWEDISH), area: walk.area, night: sayNight(walk.night), hour: hour(at) };
  const parts = [
    m.walk_incident_letter_what({ ...facts, place: place ?? m.walk_other_place({}, SWEDISH), group: walk.group ?? m.walk_without_group({}, SWEDISH) }, SWEDISH),
    office?.insured && `${m.walk_office_insured({}, SWEDISH)}: ${office.insured}`,
    office?.excluded && `${m.walk_office_excluded({}, SWEDISH)}: ${office.excluded}`,
    office?.toDo && `${m.walk_office_to_do({}, SWEDISH)}: ${office.toDo}`,
    office?.withinDays && m.walk_office_within({ count: office.withinDays }, SWEDISH),
    address && m.walk_incident_letter_where({ address }, SWEDISH),
  ];
  return { subject: m.walk_incident_letter_subject(facts, SWEDISH), text: parts.filter(Boolean).join('\n\n') };
}

/** The same as a text message: that it happened, and that the letter has the rest. */
export const incidentSms = ({ kind, at }: Incident) => (area: string): string => m.walk_incident_sms({ what: sayIncident(kind, SWEDISH), area, hour: hour(at) }, SWEDISH);

/** Thanks for a half-year, with what they walked, in the language that the walker has chosen. */
export function thanksLetter({ walks, minutes, halfYear, origin, language }: { walks: number; minutes: number; halfYear: string; origin: string | null; language: Language }): WrittenLetter {
  const spoken = { locale: language };
  const season = halfYear.endsWith('1') ? m.walk_season_spring({ year: halfYear.slice(0, 4) }, spoken) : m.walk_season_autumn({ year: halfYear.slice(0, 4) }, spoken);
  const parts = [
    m.walk_thanks_hello({}, spoken),
    m.walk_thanks_what({ count: walks, hours: halfHours(minutes).toLocaleString(language === 'sv' ? 'sv-SE' : 'en-GB'), season }, spoken),
    m.walk_thanks_certificate({ address: origin ? localizeUrl(`${origin}/walk/me`, spoken).href : 'Handslag' }, spoken),
    m.walk_thanks_no_more({}, spoken),
  ];
  return { subject: m.walk_thanks_subject({ season }, spoken), text: parts.join('\n\n') };
}

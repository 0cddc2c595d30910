import * as m from '#messages';
import type { Contact, Deed, EventKind, YoungBand } from '../night/model.ts';
import type { IncidentKind, NightException } from './model.ts';
import type { Told } from './rules/small-numbers.ts';

const EVENTS = {
  talk: m.walk_event_talk,
  calm: m.walk_event_calm,
  'alcohol-drugs': m.walk_event_alcohol_drugs,
  fight: m.walk_event_fight,
  damage: m.walk_event_damage,
  vehicles: m.walk_event_vehicles,
  unwell: m.walk_event_unwell,
  other: m.walk_event_other,
} as const satisfies Record<EventKind, unknown>;

/** What an event was about; in another language than the reader's where it is given. */
export const sayEventKind = (kind: EventKind, options: Language = {}): string => EVENTS[kind]({}, options);

const DEEDS = {
  talked: m.walk_deed_talked,
  calmed: m.walk_deed_calmed,
  stayed: m.walk_deed_stayed,
  followed: m.walk_deed_followed,
  'first-aid': m.walk_deed_first_aid,
  tidied: m.walk_deed_tidied,
  nothing: m.walk_deed_nothing,
} as const satisfies Record<Deed, unknown>;

export const sayDeed = (deed: Deed): string => DEEDS[deed]();

const CONTACTS = {
  none: m.walk_contact_none,
  guardian: m.walk_contact_guardian,
  guards: m.walk_contact_guards,
  'social-emergency': m.walk_contact_social_emergency,
  'police-11414': m.walk_contact_police_11414,
  'emergency-112': m.walk_contact_emergency_112,
  office: m.walk_contact_office,
} as const satisfies Record<Contact, unknown>;

export const sayContact = (contact: Contact): string => CONTACTS[contact]();

const BANDS = {
  none: m.walk_young_none,
  '1-5': m.walk_young_1_5,
  '6-15': m.walk_young_6_15,
  '16-30': m.walk_young_16_30,
  more: m.walk_young_more,
} as const satisfies Record<YoungBand, unknown>;

export const sayYoung = (band: YoungBand): string => BANDS[band]();

const INCIDENTS = { accident: m.walk_incident_accident, incident: m.walk_incident_incident } as const satisfies Record<IncidentKind, unknown>;

export const sayIncident = (kind: IncidentKind, options: Language = {}): string => INCIDENTS[kind]({}, options);

const EXCEPTIONS = {
  'two-areas': m.walk_exception_two_areas,
  'few-walkers': m.walk_exception_few_walkers,
  'never-closed': m.walk_exception_never_closed,
  'not-talked-through': m.walk_exception_not_talked_through,
} as const satisfies Record<NightException, unknown>;

export const sayException = (exception: NightException): string => EXCEPTIONS[exception]();

/** How many young people the reports of a walk add up to: the bands say no more than from and to. */
export function sayYoungOf({ least, most }: { least: number; most: number | null }, options: Language = {}): string {
  if (most === null) return m.walk_young_at_least({ least }, options);
  return least === most ? m.walk_young_exactly({ least }, options) : m.walk_young_between({ least, most }, options);
}
/** "21–22": an hour of the clock. */
export const sayHour = (hour: number): string => `${String(hour).padStart(2, '0')}–${String((hour + 1) % 24).padStart(2, '0')}`;

/** A number as it is told: a small one is words. */
export const sayTold = (told: Told): string => (told === 'few' ? m.walk_few() : String(told));

interface Language {
  locale?: 'sv' | 'en';
}

import { hourOf as hourOfMoment } from '#kernel/hour.ts';
import { getLocale } from '#locale';
import * as m from '#messages';
import type { AsideReason, Contact, CountKind, Deed, EventKind, YoungBand } from '#pure/walks';

/** What is tapped, in words. */
export const KIND_WORDS = {
  talk: m.night_kind_talk,
  calm: m.night_kind_calm,
  'alcohol-drugs': m.night_kind_alcohol_drugs,
  fight: m.night_kind_fight,
  damage: m.night_kind_damage,
  vehicles: m.night_kind_vehicles,
  unwell: m.night_kind_unwell,
  other: m.night_kind_other,
} as const satisfies Record<EventKind, () => string>;

export const BAND_WORDS = { none: m.night_band_none, '1-5': m.night_band_1_5, '6-15': m.night_band_6_15, '16-30': m.night_band_16_30, more: m.night_band_more } as const satisfies Record<YoungBand, () => string>;

export const DEED_WORDS = {
  talked: m.night_deed_talked,
  calmed: m.night_deed_calmed,
  stayed: m.night_deed_stayed,
  followed: m.night_deed_followed,
  'first-aid': m.night_deed_first_aid,
  tidied: m.night_deed_tidied,
  nothing: m.night_deed_nothing,
} as const satisfies Record<Deed, () => string>;

export const CONTACT_WORDS = {
  none: m.night_contact_none,
  guardian: m.night_contact_guardian,
  guards: m.night_contact_guards,
  'social-emergency': m.night_contact_social_emergency,
  'police-11414': m.night_contact_police_11414,
  'emergency-112': m.night_contact_emergency_112,
  office: m.night_contact_office,
} as const satisfies Record<Contact, () => string>;

export const COUNT_WORDS = { 'vests-out': m.night_count_vests_out, 'lamps-out': m.night_count_lamps_out, 'vests-back': m.night_count_vests_back, 'lamps-back': m.night_count_lamps_back } as const satisfies Record<CountKind, () => string>;

export const ASIDE_WORDS = {
  'walk-cancelled': m.night_aside_walk_cancelled,
  'signup-cancelled': m.night_aside_signup_cancelled,
  'no-place': m.night_aside_no_place,
  left: m.night_aside_left,
  'key-ended': m.night_aside_key_ended,
  settles: m.night_aside_settles,
} as const satisfies Record<AsideReason, () => string>;

/** `23.40`: the hour of a moment as the clocks in Sweden show it. */
export const hourOf = (instant: string | Date): string => hourOfMoment(new Date(instant), getLocale());

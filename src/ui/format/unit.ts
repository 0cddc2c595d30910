import * as m from '#messages';

/** What a price is per, in the language being read; a unit we have no word for stays as the agreement says it. */
export const unit = (per: string): string => UNITS[per]?.() ?? per;

const UNITS: Record<string, (() => string) | undefined> = {
  month: m.unit_month,
  night: m.unit_night,
  year: m.unit_year,
  hour: m.unit_hour,
  day: m.unit_day,
  week: m.unit_week,
  quarter: m.unit_quarter,
  'half-year': m.unit_half_year,
  occasion: m.unit_occasion,
  evening: m.unit_evening,
  participant: m.unit_participant,
  person: m.unit_person,
};

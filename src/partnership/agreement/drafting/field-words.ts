import { isCalendarDate } from '#kernel/calendar-date.ts';
import type { Field, FieldKind } from './model.ts';

/** A field's place in a body. */
export const SLUG = /\{([a-z0-9][a-z0-9-]*)\}/g;

/** A field's value as the text says it, in Swedish; null while it is not filled in, or holds what is not of its kind. */
export function wordsOf({ kind, value, base: _base, ...rest }: Pick<Field, 'kind' | 'value' | 'base' | 'written'>): string | null {
  if (value === null) return null;
  if (kind === 'text' || kind === 'share') return String(value).replace(/\s+/g, ' ').trim() || null;
  if (kind === 'date') return typeof value === 'string' && isCalendarDate(value) ? dayWords(value, rest.written) : null;
  if (typeof value !== 'number' || !isWritable(value)) return null;
  return kind === 'months' && value in MONTH_COUNTS ? MONTH_COUNTS[value] : FIGURES.format(value);
}

/** What stands in the text instead of a value that is not filled in: a blank that the checks know as one. */
export const blankOf = ({ slug, fact }: Pick<Field, 'slug' | 'fact'>): string => `[fyll i ${(fact && BLANKS[fact.part.split('.').at(-1)!]) ?? slug.replaceAll('-', ' ')}]`;

const BLANKS: Record<string, string | undefined> = {
  name: 'namn',
  orgNumber: 'organisationsnummer',
  date: 'datum',
  by: 'datum',
  sek: 'belopp',
  what: 'vad',
  text: 'text',
  target: 'antal',
  unit: 'av vad',
  minMeetings: 'antal möten',
  months: 'antal',
  role: 'roll',
  title: 'titel',
  email: 'e-post',
  phone: 'telefon',
  label: 'post',
};

/** A value as its form shows it: days as ISO, figures without thousands apart. */
export const typedFormOf = (value: Field['value']): string => (value === null ? '' : String(value).replace(/^(\d+)\.(\d+)$/, '$1,$2'));

/** Kinds that a figure or a day of the text can be. */
export const isFigure = (kind: FieldKind): boolean => kind === 'amount' || kind === 'number' || kind === 'months';

/** What two decimals can say in full. */
const isWritable = (number: number): boolean => number >= 0 && number <= 1e12 && Number(number.toFixed(2)) === number;

const FIGURES = new Intl.NumberFormat('sv-SE', { maximumFractionDigits: 2 });
const MONTHS = ['januari', 'februari', 'mars', 'april', 'maj', 'juni', 'juli', 'augusti', 'september', 'oktober', 'november', 'december'];
/** A number of months as a careful writer writes it: in letters as far as twelve. */
const MONTH_COUNTS: Record<number, string> = { 1: 'en', 2: 'två', 3: 'tre', 4: 'fyra', 5: 'fem', 6: 'sex', 7: 'sju', 8: 'åtta', 9: 'nio', 10: 'tio', 11: 'elva', 12: 'tolv' };

const dayWords = (date: string, written: Field['written']): string => (written === 'iso' ? date : `${Number(date.slice(8))} ${MONTHS[Number(date.slice(5, 7)) - 1]} ${date.slice(0, 4)}`);

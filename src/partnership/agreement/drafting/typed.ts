import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { calendarDate } from '#kernel/calendar-date.ts';
import { datesIn } from '../read/lex/dates.ts';
import { numeral } from '../read/lex/numerals.ts';
import { DRAFT_LIMITS, type Field } from './model.ts';

/** Where a form has the field. */
export const fieldPath = (slug: string): string => `field-${slug}`;

/**
 * What was typed in a field, as it is kept: days in figures or words, sums with or without "kr" and thousands apart. Empty
 * is not filled in. A no says how the field is written.
 */
export function typedValue({ kind, slug }: Pick<Field, 'kind' | 'slug'>, typed: string): Outcome<Field['value']> {
  const path = fieldPath(slug);
  const words = typed.toWellFormed().replace(/[\p{Cc}\s]+/gu, ' ').trim();
  if (words === '') return done(null);
  if (words.length > DRAFT_LIMITS.text) return refuse('invalid', 'agreement.field-too-long', { path, facts: { most: DRAFT_LIMITS.text } });
  if (kind === 'text') return done(words);
  if (kind === 'share') return /^\d{1,3}(?:[/ ]\d{1,3}|(?:[.,]\d{1,2})?\s?%)$/.test(words) ? done(words) : refuse('invalid', 'agreement.share-not-understood', { path });
  if (kind === 'date') {
    const day = dayTyped(words);
    return day ? done(day) : refuse('invalid', 'agreement.date-not-understood', { path });
  }
  const number = kind === 'months' ? monthsTyped(words) : figureTyped(words);
  if (number === null || (kind === 'amount' && !Number.isInteger(number))) return refuse('invalid', kind === 'months' ? 'agreement.months-not-understood' : 'agreement.number-not-understood', { path });
  return done(number);
}

function dayTyped(words: string): string | null {
  const iso = /^(\d{4})-(\d\d)-(\d\d)$/.exec(words);
  if (iso) return calendarDate(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const [found, ...more] = datesIn(words);
  const isWhole = found && more.length === 0 && found.precision === 'day' && words.replace(/^den /i, '').length <= found.end - found.at + 1;
  return isWhole && found.year && found.month && found.day ? calendarDate(found.year, found.month, found.day) : null;
}

function figureTyped(words: string): number | null {
  const match = /^(\d{1,3}(?:[ .]\d{3})+|\d+)(?:,(\d{1,2}))?\s*(kr|kronor|:-|sek|tkr)?\.?$/i.exec(words);
  if (!match) return null;
  const number = Number(`${match[1].replace(/[ .]/g, '')}.${match[2] ?? 0}`) * (/^tkr$/i.test(match[3] ?? '') ? 1000 : 1);
  return number <= 1e12 ? number : null;
}

function monthsTyped(words: string): number | null {
  const [, count] = /^(\d{1,3}|\p{L}+)(?:\s*mån(?:ad(?:er)?|\.)?)?$/iu.exec(words) ?? [];
  const number = count === undefined ? null : /^\d/.test(count) ? Number(count) : /^en$/i.test(count) ? 1 : numeral(count.toLowerCase());
  return number !== null && number > 0 && number <= 120 ? number : null;
}

import { calendarDate, type CalendarDate } from '#kernel/calendar-date.ts';
import { overlaps, type TextSpan } from '#kernel/text-span.ts';
import type { Line } from '../read/document.ts';
import { matchesIn } from '../read/lex/matches.ts';
import type { CheckedAgreement } from './check.ts';
import { readableBlocks } from './passages.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'maj', 'jun', 'jul', 'aug', 'sep', 'okt', 'nov', 'dec'];
const DATE = /(?<![\d-])(?:((?:19|20)\d\d)-(\d\d)-(\d\d)|(\d{1,2})(?: ?:[ae])? (jan|feb|mar|apr|maj|jun|jul|aug|sep|okt|nov|dec)\p{L}* ((?:19|20)\d\d)|(\d{1,2})\/(\d{1,2})[ -]((?:19|20)\d\d))(?![\d-])/giu;
const ABOVE = 500;

/**
 * The days that stand with the signatures, in order of the text: lines of place and date, from just above the first
 * signature, and rows where a signatory stands. The day something is due or paid is none of them.
 */
export function signatureDates({ doc, reading: { signatories, deadlines, payments } }: CheckedAgreement): { date: CalendarDate; span: TextSpan }[] {
  const first = Math.min(...signatories.map(({ source }) => source.start));
  const due = [...deadlines, ...payments].map(({ source }) => source);
  const rows = new Set(signatories.map(({ source }) => source.line));
  return readableBlocks(doc)
    .flatMap(({ lines }) => lines)
    .filter(({ start, text, number }) => start > first - ABOVE && (isPlaceAndDate(text) || rows.has(number)))
    .flatMap(datesOn)
    .filter(({ span }) => !due.some((source) => overlaps(source, span)));
}

/** "Lindeby den 15 januari 2025", also in columns. */
const isPlaceAndDate = (line: string): boolean =>
  line.search(DATE) >= 0 && (line.replace(DATE, ' ').match(/\p{L}+/gu) ?? []).length <= 4;

const datesOn = ({ text, start, number }: Line): { date: CalendarDate; span: TextSpan }[] =>
  matchesIn(DATE, text).flatMap((match) => {
    const date = dateOf(match);
    const from = start + match.index;
    return date ? [{ date, span: { start: from, end: from + match[0].length, line: number } }] : [];
  });

/** 2025-01-15, 15 januari 2025, 15/1 2025. */
function dateOf([, isoYear, isoMonth, isoDay, day, month, year, slashDay, slashMonth, slashYear]: RegExpExecArray): CalendarDate | null {
  if (isoYear) return calendarDate(Number(isoYear), Number(isoMonth), Number(isoDay));
  if (month) return calendarDate(Number(year), MONTHS.indexOf(month.toLowerCase()) + 1, Number(day));
  return calendarDate(Number(slashYear), Number(slashMonth), Number(slashDay));
}

import type { Dated } from '../../model.ts';
import type { AgreementDocument } from '../document.ts';
import { datesIn, firstDay } from '../lex/dates.ts';

/** "gäller från undertecknandet", "träder i kraft när båda parter har skrivit under". */
export const FROM_SIGNING = /(?:gäller|löper|träder i kraft|börjar|startar|räknas|räknat)\s(?:[^.;]{0,40}\s)?(?:från|vid|när|sedan|efter|genom|i och med)\s(?:[^.;]{0,40}\s)?(?:undertecknand|undertecknat|skrivit (?:under|på)|underskrift)/i;

/** How far from the end the days of signing stand. */
const LAST_BLOCKS = 16;
/** "Tärnsjö den 12 januari 2024", "Datum: 2024-01-12": a place and a day, and no more. */
const PLACE = /^(?:(?:ort och )?datum:?\s|\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?,?\s)?(?:den\s)?$/u;

/** The last day on which somebody signed; null where no line under the agreement is dated, or one of the days was left blank. */
export function signedOn(doc: AgreementDocument): Dated | null {
  let last: Dated | null = null;
  for (const block of doc.blocks.slice(-LAST_BLOCKS)) {
    if (block.kind === 'heading' || block.kind === 'furniture') continue;
    for (const { text, start, number } of block.lines) {
      let from = 0;
      for (const date of datesIn(text)) {
        const before = text.slice(from, date.at).trimStart();
        from = date.end;
        if (!PLACE.test(before)) continue;
        const day = date.day === null ? null : firstDay(date);
        if (day === null || date.incomplete) return null;
        if (last === null || day > last.date) last = { date: day, precision: 'day', derived: true, source: { start: start + date.at, end: start + date.end, line: number } };
      }
    }
  }
  return last;
}

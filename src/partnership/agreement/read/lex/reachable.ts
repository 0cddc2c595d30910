import { matchesIn } from './matches.ts';
/** An e-mail address or a telephone number in a text. */
export interface FoundAddress {
  at: number;
  end: number;
  value: string;
}

const EMAIL = /(?<![\p{L}\d._%+-])[\p{L}\d][\p{L}\d._%+-]{0,63}@[\p{L}\d][\p{L}\d-]{0,62}(?:\.[\p{L}\d-]{1,62}){0,4}\.\p{L}{2,12}(?![\p{L}\d])/gu;
const PHONE = /(?<![\p{L}\d.,/-])(?<!\d[ \u00a0])(?:\+46\s?\(?0?\)?\s?\d{1,3}|\(?0\d{1,3}\)?)(?:\s?[-–/]\s?|\s)?\d{2,3}(?:[\s-]?\d{2,3}){1,3}(?!\d|-\d)/gu;

/** A number begins so, if there is one. */
const PHONE_HINT = /\+46|0\d/;

/** E-mail addresses, as written. A masked address has none. */
export const emailsIn = (text: string): FoundAddress[] =>
  text.includes('@') ? matchesIn(EMAIL, text).map((match) => ({ at: match.index, end: match.index + match[0].length, value: match[0] })) : [];

/** Swedish telephone numbers, as written: they begin with 0 or +46 and have seven digits or more. */
export const phonesIn = (text: string): FoundAddress[] =>
  (PHONE_HINT.test(text) ? matchesIn(PHONE, text) : [])
    .filter((match) => match[0].replace(/\D/g, '').length >= 7 && !/^\d{6}\s?[-–]\s?\d{4}$/.test(match[0]))
    .map((match) => ({ at: match.index, end: match.index + match[0].length, value: match[0] }));

import { organisationNumber } from '#kernel/organisation-number.ts';
import { matchesIn } from './matches.ts';
import { remembered } from '../remembered.ts';

/** An organisation number in a text, in its usual form. */
export interface FoundOrgNumber {
  at: number;
  end: number;
  number: string;
  /** True when "org.nr" or its like stands before it. */
  labelled: boolean;
}

const DASH = '[-\\u2010\\u2011\\u2012\\u2013\\u2014\\u2212]';
const NUMBER = new RegExp(`(?<![\\d+-])(?:(?:16)?(\\d{6})\\s?${DASH}\\s?(\\d{4})|(\\d{6})[ \\u00a0](\\d{4})|(\\d{10}))(?!\\d|${DASH}\\d)`, 'gu');
const LABEL = /(?:org(?:anisations)?\.?\s?-?\s?(?:nr|nummer|no)\.?|orgnr\.?|orgnummer|org\.)\s*(?:är\s*)?[:=]?\s*[(]?\s*$/i;
const OTHER = /(?:tel|tfn|telefon|mobil|fax|konto(?!r)|bankgiro|plusgiro|pg|bg|dnr|diarienr|diarienummer|personnr|personnummer|clearing)\S{0,8}\s*[:]?\s*$/i;

/** Every organisation number: ten digits with a dash, a space or nothing, labelled, or whose third digit says it is no person's. */
export const orgNumbersIn = remembered((text: string): readonly FoundOrgNumber[] => {
  if (!/\d{6}/.test(text)) return [];
  const found: FoundOrgNumber[] = [];
  for (const match of matchesIn(NUMBER, text)) {
    const before = text.slice(Math.max(0, match.index - 32), match.index);
    const labelled = LABEL.test(before);
    const isApart = match[1] !== undefined;
    const isLegalPerson = /^\d{2}[2-9]/.test(match[0].replace(/^16(?=\d{6}\D?\d{4}$)/, ''));
    if (!labelled && (!isLegalPerson || OTHER.test(before))) continue;
    if (!labelled && !isApart && !/[(,:]\s*$/.test(before) && before.trim() !== '') continue;
    if (!labelled && !isApart && match[0].startsWith('0')) continue;
    const number = organisationNumber(match[1] !== undefined ? match[1] + match[2]! : match[3] !== undefined ? match[3] + match[4]! : match[5]!);
    if (number) found.push({ at: match.index, end: match.index + match[0].length, number, labelled });
  }
  return found;
});

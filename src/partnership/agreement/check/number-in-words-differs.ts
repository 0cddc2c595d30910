import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch } from './passages.ts';

const NUMBERS = ['noll', 'en|ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva', 'tolv'];
const WORD_AND_FIGURE = new RegExp(`(?<![\\p{L}\\p{N}])(${NUMBERS.join('|')}) ?\\((\\d{1,2})\\)`, 'giu');

/** A number is written in words and in figures, and they are not the same: "två (3)". */
export const numberInWordsDiffers: Check<{ words: string; figure: number }> = {
  code: 'number-in-words-differs',
  severity: 'error',
  say: m.check_number_in_words_differs,
  find: ({ doc }) =>
    everyMatch(doc, WORD_AND_FIGURE).flatMap(({ match, span }) => {
      const word = match[1]!.toLowerCase();
      const meant = NUMBERS.findIndex((forms) => forms.split('|').includes(word));
      return meant === Number(match[2]) ? [] : [{ span, facts: { words: word, figure: Number(match[2]) } }];
    }),
};

import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch } from './passages.ts';

const DOUBLED = /(?<![\p{L}\p{N}-])(\p{L}{2,}) \1(?![\p{L}\p{N}-])/giu;
/** Swedish doubles these in sound sentences: "det som som regel", "de de möter". */
const SOUND = new Set(['som', 'den', 'det', 'de', 'var', 'för', 'är', 'en', 'ett', 'om', 'till', 'på', 'av', 'då', 'bra', 'mer', 'hej', 'steg', 'år', 'man']);

/** The same word twice in a row. */
export const doubledWord: Check<{ word: string }> = {
  code: 'doubled-word',
  severity: 'note',
  say: m.check_doubled_word,
  find: ({ doc }) =>
    everyMatch(doc, DOUBLED, hasTwins).flatMap(({ block, match, span }) =>
      block.kind === 'row' || SOUND.has(match[1]!.toLowerCase()) ? [] : [{ span, facts: { word: match[1]! } }],
    ),
};

/** True where a word begins with the same two letters as the one before it: most texts have none such, and need no more looking. */
function hasTwins(text: string): boolean {
  let begun = 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    if (isLetter(code)) continue;
    if (code > 0x24f && !isPunctuation(code)) return true;
    if (at - begun >= 2 && code === 32 && text[begun]!.toLowerCase() === text[at + 1]?.toLowerCase() && text[begun + 1]!.toLowerCase() === text[at + 2]?.toLowerCase()) return true;
    begun = at + 1;
  }
  return false;
}

/** Of the Latin letters; "×" and "÷" stand among them. */
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 192 && code <= 0x24f && code !== 215 && code !== 247) || code === 170 || code === 181 || code === 186;

/** Dashes, curly quotes, bullets and their kin. */
const isPunctuation = (code: number): boolean => (code >= 0x2000 && code <= 0x20ff) || (code >= 0x2190 && code <= 0x2bff);

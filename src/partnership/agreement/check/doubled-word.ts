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
    everyMatch(doc, DOUBLED).flatMap(({ block, match, span }) =>
      block.kind === 'row' || SOUND.has(match[1]!.toLowerCase()) ? [] : [{ span, facts: { word: match[1]! } }],
    ),
};

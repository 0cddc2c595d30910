import * as m from '#messages';
import { matchesIn } from '../read/lex/matches.ts';
import { spanOf } from '../read/span.ts';
import { actorsIn } from './actors.ts';
import type { Check, Found } from './check.ts';
import { sentencesSaying, words } from './passages.ts';

const WEAK = words(
  'verkar för att|(?:ska(?:ll)? )?verka för|arbetar för att|eftersträvar?|eftersträvas|ska(?:ll)? sträva efter|strävar efter|ska(?:ll)? försöka|i möjligaste mån|om möjligt|så långt (?:det är )?möjligt|i den mån det (?:är möjligt|går)|har för avsikt att|har ambitionen att|ambitionen är att|bör (?:\\p{L}+ ){0,4}?(?:skicka|lämna|göra|genomföra|redovisa|rapportera|upprätta|utse)s?',
);
const FORECAST = words('kommer(?: \\p{L}+){0,2}? att(?= (?:\\p{L}+ )?(?:utse|skriva|rapportera|redovisa|betala|lämna|sköta|erbjuda|stötta|anordna|tillhandahålla|bistå|informera|följa upp|sammankalla|presentera|delta|bidra|ansvara)(?:s)?(?!\\p{L}))');

/** A duty is meant, but the verb only promises to try: nobody can tell whether it has been done. */
export const weakVerb: Check<{ words: string }> = {
  code: 'weak-verb',
  severity: 'note',
  say: m.check_weak_verb,
  find(agreement) {
    const actors = actorsIn(agreement);
    const weakest = new Set([WEAK, FORECAST].flatMap((pattern) => sentencesSaying(agreement.doc, pattern)));
    return [...weakest].flatMap(({ block, text, at }): Found<{ words: string }>[] => {
      const weak = (matchesIn(WEAK, text)[0] ?? matchesIn(FORECAST, text)[0])!;
      const binds = block.kind === 'item' || /^bör/i.test(weak[0]) || text.search(actors) >= 0 || /könsfördelning/i.test(text);
      if (!binds || block.kind === 'heading') return [];
      return [{ span: spanOf(block, at + weak.index, at + weak.index + weak[0].length), facts: { words: weak[0] } }];
    });
  },
};

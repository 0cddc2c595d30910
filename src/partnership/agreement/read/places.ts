import type { Place } from '../model.ts';
import type { ReadingContext } from './context.ts';
import { matchesIn } from './lex/matches.ts';
import { maySay } from './may-say.ts';
import { spanOf } from './span.ts';

const NAMED = /(?<!\p{L})(?:platser|områden|områdena|stadsdelar|stadsdelarna|orter|orterna|bostadsområdena?|kommundelarna?)\s+(?:som|såsom|t\.ex\.|är|,)?\s*((?:\p{Lu}[\p{L}-]+|centrum|stadskärnan)(?:(?:,\s|\soch\s|\ssamt\s|\s?\/\s?)(?:\p{Lu}[\p{L}-]+|centrum|stadskärnan))*)/gu;
const IN_AREA = /(?<!\p{L})(?:stadsdelen|området|bostadsområdet|kommundelen|tätorten|byn|torget|mötesplatsen)\s+["”“]?(\p{Lu}[\p{L}-]+(?:\s\p{Lu}[\p{L}-]+)?(?:\s?\/\s?\p{Lu}[\p{L}-]+){0,3})/gu;
const ENDING = /(?<![\p{L}\d])(\p{Lu}\p{Ll}+(?:torget|området|parken|gården|badet|hallen|skolan|leden|stranden|platsen)(?:\/\p{Lu}\p{Ll}+){0,3})(?!\p{L})/gu;

/** Places the agreement names: areas, districts and squares, each once, where it first stands. */
export function readPlaces({ doc, parties }: ReadingContext): Place[] {
  const places = new Map<string, Place>();
  const patterns = [NAMED, IN_AREA, ENDING].map((pattern) => ({ pattern, isPossible: maySay(doc, pattern) }));
  for (const block of doc.blocks) {
    if (block.kind === 'furniture' || block.kind === 'heading') continue;
    for (const { pattern, isPossible } of patterns) {
      if (!isPossible(block)) continue;
      for (const match of matchesIn(pattern, block.text)) {
        const list = match[1]!;
        let from = match.index + match[0].length - list.length;
        for (const name of list.split(/,\s|\soch\s|\ssamt\s|\s?\/\s?/)) {
          const at = block.text.indexOf(name, from);
          from = at + name.length;
          if (!places.has(name.toLowerCase()) && parties.find(name).length === 0) places.set(name.toLowerCase(), { name, source: spanOf(block, at, from), certainty: 'likely' });
        }
      }
    }
  }
  return [...places.values()];
}

import * as m from '#messages';
import { matchesIn } from '../read/lex/matches.ts';
import { spanOf } from '../read/span.ts';
import type { Check } from './check.ts';
import { sentencesSaying, words } from './passages.ts';

/** Each kind of wording is pointed out once, where it first stands. */
const KINDS = [
  words('leverantör(?:en|ens|erna)?|beställare(?:n|ns)?|uppdragstagare(?:n|ns)?|uppdragsgivare(?:n|ns)?|utförare(?:n|ns)?|underleverantör\\p{L}*'),
  words('få(?:r|tt) (?:i )?uppdrag(?:et)? (?:att|av)|ges i uppdrag att|uppdras åt|utföra uppdraget|uppdragsersättning\\p{L}*'),
  words('(?:exklusive|exkl\\.?|ex\\.?|inklusive|inkl\\.?|plus) moms|moms tillkommer|mervärdesskatt tillkommer'),
  words('\\d[\\d ]{0,12}(?:kr|kronor|:-) ?(?:/|per |i )(?:natt|timme|timma|tim|pass|deltagare|tillfälle|kväll|besök)|[àáa] \\d[\\d ]{0,12}(?:kr|kronor|:-) ?(?:/|per )?(?:natt|timme|timma|tim|pass|deltagare|tillfälle|kväll|besök)|timpris|timarvode\\p{L}*|styckpris'),
  words('anbud\\p{L}*|avropa?\\p{L}*|vite(?:t|sbelopp)?|köpa (?:tjänster|insatser)|tjänsten ska levereras'),
];
const DENIED = words('inte|ej|utan|varken|icke|aldrig|till skillnad från');

/**
 * Words of buying and selling in an agreement meant as a partnership: a court looks at the substance, and starts with the words.
 * @lagrum Lag (2016:1145) om offentlig upphandling 1 kap. 15 §
 */
export const procurementWording: Check<{ words: string }> = {
  code: 'procurement-wording',
  severity: 'note',
  say: m.check_procurement_wording,
  find({ doc }) {
    return KINDS.flatMap((kind) => {
      const first = sentencesSaying(doc, kind).find(({ text }) => text.search(DENIED) < 0);
      if (!first) return [];
      const [word] = matchesIn(kind, first.text);
      const from = first.at + word!.index;
      return [{ span: spanOf(first.block, from, from + word![0].length), facts: { words: word![0] } }];
    });
  },
};

import { moneyIn } from '../lex/money.ts';
import type { ReadingContext } from '../context.ts';
import type { Passage } from './passage.ts';

const GRANT = /^\W*(?:det\s|den\s)?(\p{L}{3,40}?(?:bidrag|stöd|ersättning|anslag|medel)(?=et|en|n)|(?:fast|rörlig)a? del)(?:et|en|n)?(?!\p{L})/iu;

const STATED = /^(?:et|en|n)?(?:\s(?:till|för|från)\s[^.;,]{2,40})?\s*(?:på|om|med|är|uppgår till|utgår med|:)\s*(?:högst |sammanlagt |totalt |ca )?$/i;

/**
 * The sum of a grant that the payment calls by its own name: "Driftsbidraget betalas ut …" after "ett driftsbidrag på 60 000 kr".
 * Null where no sum, or more than one, is stated under that name.
 */
export function namedGrant(passage: Passage, ctx: ReadingContext): number | null {
  const name = GRANT.exec(passage.text)?.[1]?.toLowerCase();
  if (!name || /^(?:stats|kommun)?(?:bidrag|stöd|ersättning)$/.test(name) || /kvartalsvis|halvårsvis|månadsvis|delar|omgångar/i.test(passage.text)) return null;
  const stated = new Set<number>();
  for (const block of ctx.doc.blocks) {
    const lower = block.text.toLowerCase();
    for (let at = lower.indexOf(name); at >= 0; at = lower.indexOf(name, at + name.length)) {
      const after = block.text.slice(at + name.length, at + name.length + 60);
      const sum = moneyIn(after)[0];
      if (sum && STATED.test(after.slice(0, sum.at))) stated.add(sum.sek);
    }
  }
  return stated.size === 1 ? [...stated][0]! : null;
}

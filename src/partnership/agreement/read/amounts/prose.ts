import type { Amount } from '../../model.ts';
import type { Block } from '../document.ts';
import { isHistory } from '../history.ts';
import { moneyIn, type Money } from '../lex/money.ts';
import { isApprox, numbersIn } from '../lex/numbers.ts';
import { withoutOverlap } from '../lex/overlap.ts';
import { remembered } from '../remembered.ts';
import { sentencesOf } from '../sentences.ts';
import { spanOf } from '../span.ts';

/** Amounts in a heading, a paragraph or a list item, each with the words it is said in. */
export function amountsInProse(block: Block): Amount[] {
  const all = moneyInBlock(block);
  if (all.length === 0) return [];
  let next = 0;
  return sentencesOf(block).flatMap((sentence) => {
    const end = sentence.at + sentence.text.length;
    const first = next;
    while (next < all.length && all[next]!.at < end) next += 1;
    const inside = all.slice(first, next);
    if (inside.length === 0 || isHistory(sentence.text)) return [];
    return inside.map((money, nth) => ({
      sek: Math.abs(money.sek),
      what: wordsAbout(block.text, inside, nth, sentence.at, end),
      approx: money.approx,
      per: money.per,
      certainty: 'certain' as const,
      source: spanOf(block, money.at, money.end),
    }));
  });
}

/** Amounts with their unit, and those without one that stand beside them: "Resterande 50 000 ska gå till …". */
export const moneyInBlock = remembered((block: Block): readonly Money[] => {
  const marked = moneyIn(block.text);
  if (marked.length === 0) return marked;
  const bare = numbersIn(block.text).filter((number) => number.grouped && !number.percent && number.value >= 1000 && isOneOfThem(block.text, number.at, number.end));
  const unmarked = bare.map((number) => ({ at: number.at, end: number.end, sek: number.value, per: null, approx: isApprox(block.text.slice(Math.max(0, number.at - 20), number.at)) }));
  return withoutOverlap([...marked, ...unmarked]);
});

const TOLD_APART = /(?<!\p{L})(resterande|återstående|kvarvarande|övriga|varav|därav|fördelat på|mellan|respektive|samt|och|plus|ytterligare|totalt|sammanlagt|summan?|om|på|lägst|högst)\s+(?:ca\.?\s|cirka\s)?$/iu;
const COUNTED = /^\s*(?:st\b|personer|invånare|medlemmar|timmar|besök|deltagare|barn|ungdomar|exemplar|kvadratmeter|kvm|m2|%|procent|km\b|steg)/i;

/** A grouped number without unit is money when a word that parts sums stands before it and no thing to count after it. */
function isOneOfThem(text: string, at: number, end: number): boolean {
  return TOLD_APART.test(text.slice(Math.max(0, at - 40), at)) && !COUNTED.test(text.slice(end, end + 20)) && /^\s*(?:[.,;)]|$|ska\b|skall\b|går\b|avser|till\b|för\b|i\b|och\b|samt\b|är\b|som\b|från\b|bekostas|används|–|-|per\b|×|x\b|=)/.test(text.slice(end, end + 20));
}

/** The words between the amounts before and after this one, at most the sentence. */
function wordsAbout(text: string, inside: Money[], nth: number, from: number, to: number): string {
  const start = nth === 0 ? from : Math.max(inside[nth - 1]!.end, clauseStart(text, inside[nth]!.at, inside[nth - 1]!.end));
  const next = inside[nth + 1];
  const end = next ? clauseStart(text, next.at, inside[nth]!.end) : to;
  return text.slice(start, Math.max(end, inside[nth]!.end)).replace(/^[\s,;.:–-]*(?:(?:och|samt|men)\s)?/, '').replace(/[\s,;:.–-]+$/, '').slice(0, 240);
}

/** Where the clause that holds the amount begins, looking back no further than the amount before it. */
function clauseStart(text: string, at: number, least: number): number {
  const between = text.slice(least, at);
  const parted = Math.max(between.lastIndexOf(', '), between.lastIndexOf('; '), between.lastIndexOf('. '), between.lastIndexOf(' och '), between.lastIndexOf(' samt '));
  return parted < 0 ? least : least + parted;
}

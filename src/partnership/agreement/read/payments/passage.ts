import { moneyInBlock } from '../amounts/prose.ts';
import type { ReadingContext } from '../context.ts';
import type { Block } from '../document.ts';
import type { Money } from '../lex/money.ts';
import { sentencesOf } from '../sentences.ts';
import type { Topic } from '../topic.ts';
import { whensIn, type When } from '../when.ts';

/** A sentence, or a whole list item, that may tell of payments, with what stands before it. */
export interface Passage {
  block: Block;
  /** Where it stands in the block. */
  from: number;
  to: number;
  text: string;
  topic: Topic;
  money: Money[];
  whens: readonly When[];
  /** The line that introduces the list this item stands in, or the sentence before. */
  lead: string;
  /** The sum last stated before or in it, to divide "in four equal parts". */
  total: number | null;
}

const PAYING = /utbetal(?!d|at)|betalas|betala(?:r|s)?\b|delbetal|inbetal|delutbetal|rekvirer|rekvisition|fakturer|faktura|överför(?:s|ing)|avräkn|utgår|slutbetal|betalning(?:en)? (?:sker|görs)|erläggs|rat(?:er)?\b|förskott|efterskott|utges|(?:sätts|sätter|insätts) in(?!\p{L})|skickas till (?:bg|pg|bankgiro|plusgiro)/iu;
/** "18 000 kr i juli 2024, sedan 36 000 kr i mars": every sum has its day. */
const isPlan = ({ money, whens, topic }: Passage): boolean =>
  topic !== 'goals' && topic !== 'budget' && money.length > 1 && money.every((sum) => sum.per === null && whens.some((when) => when.found !== null && when.at >= sum.end && when.at - sum.end < 12));
const NOT_SO = /(?:sker|betalas|utgår|lämnas) (?:inte|ej)(?!\p{L})|ingen (?:\S+ )?ersättning/iu;
const RECEIVING = /återbetal|betalas? tillbaka|återkräv|återgå|betalningsvillkor|dröjsmål|deltagaravgift/i;

/** Whether the words promise a payment: they say so, or stand in a list that does. */
export const isPassage = (passage: Passage): boolean =>
  !RECEIVING.test(passage.text) && !NOT_SO.test(passage.text) && passage.block.kind !== 'row' && (PAYING.test(passage.text) || (passage.block.kind === 'item' && (passage.topic === 'payments' || PAYING.test(passage.lead))) || (passage.topic === 'payments' && passage.money.length > 0 && passage.whens.length > 0) || isPlan(passage));

/** Every sentence and item of the sections that may hold payments, with sums and times, in the order of the text. */
export function passagesOf(ctx: ReadingContext, topics: readonly Topic[]): Passage[] {
  return ctx.doc.sections.flatMap((section, at) => {
    const topic = topics[at]!;
    if (topic === 'background' || topic === 'signatures' || topic === 'definitions') return [];
    const found: Passage[] = [];
    let lead = section.heading?.text ?? '';
    let total: number | null = null;
    for (const block of section.blocks) {
      const money = moneyInBlock(block);
      let next = 0;
      for (const [from, to] of rangesOf(block)) {
        const text = block.text.slice(from, to);
        const first = next;
        while (next < money.length && money[next]!.at < to) next += 1;
        const inside = money.slice(first, next).map((sum) => ({ ...sum, at: sum.at - from, end: sum.end - from }));
        if (block.kind !== 'item' && inside[0]) total = inside[0].sek;
        found.push({ block, from, to, text, topic, money: inside, whens: /\d|\p{L}/u.test(text) ? whensIn(text) : [], lead, total });
        if (block.kind === 'paragraph' || (block.kind === 'item' && CLAUSE.test(block.text))) lead = text;
      }
    }
    return found;
  });
}

/** A numbered clause of several sentences, not an item of a list. */
const CLAUSE = /\p{L}{2}[.] \p{Lu}\p{Ll}+ /u;

const rangesOf = (block: Block): [number, number][] =>
  (block.kind === 'item' && !CLAUSE.test(block.text)) || block.kind === 'row' ? [[0, block.text.length]] : sentencesOf(block).map((sentence) => [sentence.at, sentence.at + sentence.text.length]);

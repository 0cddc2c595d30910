import type { BudgetLine } from '../../model.ts';
import { moneyInBlock } from '../amounts/prose.ts';
import type { Block, Section } from '../document.ts';
import { spanOf } from '../span.ts';
import type { Topic } from '../topic.ts';
import { whensIn } from '../when.ts';
import { kindOf, sideOf } from './kind.ts';

const LIST_OF_MONEY = /budget|kostnad|fördela|intäkt|finansier|användas|används|medlen|enligt följande|omfattar|avser|täcka/i;
const PAYING = /utbetal|betalas ut|delbetalning|faktur|rekvisition/i;

/** Items such as "Lön samordnare: 450 000 kr" in a section or under a line about money. */
export function budgetLinesInList(section: Section, topic: Topic): BudgetLine[] {
  if (topic !== 'budget' && topic !== 'economy') return [];
  let lead = section.heading?.text ?? '';
  let side: 'income' | 'cost' | null = sideOf(lead);
  return section.blocks.flatMap((block, at) => {
    if (block.kind === 'paragraph') {
      const own = topic === 'budget' || LIST_OF_MONEY.test(lead) ? lineOf(block, side, true) : null;
      if (own) return [own];
      lead = block.text;
      side = sideOf(lead) ?? (section.blocks[at + 1]?.kind === 'item' ? null : side);
    }
    if (block.kind !== 'item' || PAYING.test(lead) || (topic !== 'budget' && !LIST_OF_MONEY.test(lead))) return [];
    const line = lineOf(block, side, false);
    return line ? [line] : [];
  });
}

/** Label and sum of an item; the last sum where a line multiplies, and the whole line as the label. */
function lineOf(block: Block, side: 'income' | 'cost' | null, isStrict: boolean): BudgetLine | null {
  const money = moneyInBlock(block);
  const last = money.at(-1);
  if (!last || PAYING.test(block.text) || whensIn(block.text).length > 0) return null;
  if (isStrict && (block.text.length > 90 || !/^[^.]{2,70}?(?::|\s[–-]|\s)\s*(?:ca\.?\s)?-?\d[\d\s.,]*\s*(?:kr|kronor|tkr|:-|mkr|sek)\.?$/i.test(block.text))) return null;
  const label = money.length > 1 ? block.text : `${block.text.slice(0, last.at)} ${block.text.slice(last.end)}`;
  const clean = label.replace(/\((?:till exempel|t\.?ex\.?|bl\.?a\.?|exempelvis|inklusive)[^()]*\)/gi, '').replace(/\s+/g, ' ').replace(/^[\s:,;–-]+|[\s:,;.–=-]+$/g, '').trim();
  return /\p{L}{2}/u.test(clean) ? { label: clean, sek: last.sek, kind: kindOf(clean, last.sek, side), certainty: 'certain', source: spanOf(block) } : null;
}

import type { BudgetLine } from '../../model.ts';
import { moneyInBlock } from '../amounts/prose.ts';
import type { Block, Section } from '../document.ts';
import { sentencesOf } from '../sentences.ts';
import { spanOf } from '../span.ts';
import type { Topic } from '../topic.ts';

const SPENT = /(?:läggas|läggs|användas|används|går|gå|avser|avsätts|avsättas|fördelas|disponeras|ska täcka|täcker|utgör|är avsett|är avsedd|beräknas)\s+(?:\S+\s){0,4}?(?:på|till|för|åt)?\s*/i;
const PURPOSE = /(?:(?:läggas|läggs|användas|används|går|gå|avsätts|avsättas|fördelas|disponeras|avsett|avsedda?)\s+(?:\S+\s){0,2}?(?:på|till|för|åt)|(?:ska |skall )?(?:avser|täcka|täcker|utgör)|^\s*(?:till|för|på|avseende|i))\s+([^.;]{3,120})/i;

/** "… ska ca 250 000 kronor läggas på lön": sums in a sentence that says what each is spent on. */
export function budgetLinesInProse(section: Section, topic: Topic): BudgetLine[] {
  if (topic !== 'economy' && topic !== 'budget' && topic !== 'payments') return [];
  return section.blocks.filter((block) => block.kind === 'paragraph' || block.kind === 'item').flatMap(linesInBlock);
}

function linesInBlock(block: Block): BudgetLine[] {
  const money = moneyInBlock(block);
  if (money.length === 0) return [];
  return sentencesOf(block).flatMap((sentence) => {
    const end = sentence.at + sentence.text.length;
    const inside = money.filter((sum) => sum.at >= sentence.at && sum.at < end);
    if (inside.length === 0 || !SPENT.test(sentence.text)) return [];
    return inside.flatMap((sum, nth) => {
      const after = block.text.slice(sum.end, inside[nth + 1]?.at ?? end);
      const purpose = PURPOSE.exec(after)?.[1]?.replace(/(?:,|\s)+(?:och|samt|varav|vilket .*|som .*|resterande)?\s*$/i, '').replace(/, vilket.*$/i, '').trim();
      return purpose ? [{ label: purpose, sek: sum.sek, kind: 'cost' as const, certainty: 'likely' as const, source: spanOf(block, sentence.at, end) }] : [];
    });
  });
}

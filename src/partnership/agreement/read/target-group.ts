import type { TargetGroup } from '../model.ts';
import type { ReadingContext } from './context.ts';
import type { Block } from './document.ts';
import { blocksThatMaySay } from './may-say.ts';
import { sentencesOf } from './sentences.ts';
import { spanOf } from './span.ts';

const SAID = /(?:målgruppen?(?:\s+för\s+[^.]{3,60}?)?\s+(?:är|utgörs av|består av|omfattar)|(?:insatsen|insatserna|verksamheten|partnerskapet|projektet)\s+(?:riktar sig|vänder sig|är riktad|är riktat)\s+(?:i första hand\s+|främst\s+)?till)\s+/iu;
const LABELLED = /^målgrupp(?:en|er)?\s*[:\t–-]\s*/i;
const EITHER = new RegExp(`${LABELLED.source}|${SAID.source}`, 'iu');

/** Who the work is for: what stands under "Målgrupp", else the sentence that says it. Null when nothing does. */
export function readTargetGroup({ doc }: ReadingContext): TargetGroup | null {
  const section = doc.sections.find((one) => /^målgrupp/i.test(one.heading?.text ?? '') && one.blocks.length > 0);
  if (section) return fromBlocks(section.blocks);
  for (const block of blocksThatMaySay(doc, EITHER)) {
    if (block.kind === 'furniture' || block.kind === 'heading') continue;
    const labelled = LABELLED.exec(block.text);
    if (labelled && block.text.length > labelled[0].length) return { text: block.text.slice(labelled[0].length).trim(), source: spanOf(block, labelled[0].length), certainty: 'certain' };
    for (const { text, at } of sentencesOf(block)) {
      if (SAID.test(text)) return { text, source: spanOf(block, at, at + text.length), certainty: 'likely' };
    }
  }
  return null;
}

/** The first paragraph, or the list, that says who. */
function fromBlocks(blocks: Block[]): TargetGroup {
  const items = blocks[0]!.text.endsWith(':') || blocks[0]!.kind === 'item' ? blocks.slice(0, 12) : blocks.slice(0, 1);
  const [first, last] = [spanOf(items[0]!), spanOf(items.at(-1)!)];
  return { text: items.map((block) => block.text).join(' '), source: { start: first.start, end: last.end, line: first.line }, certainty: 'certain' };
}

import type { Commitment } from '../model.ts';
import { commitmentsInRow, tableHeads } from './commitments/rows.ts';
import { commitmentsInItem, commitmentsInProse } from './commitments/sentence.ts';
import { introduces, leadIn, type Lead } from './commitments/lead.ts';
import type { ReadingContext } from './context.ts';
import type { Section } from './document.ts';
import { topicsOf, type Topic } from './topic.ts';

/** Everything a party binds itself to, from lists under its name and from running text; background, values and boilerplate left out. */
export function readCommitments(ctx: ReadingContext): Commitment[] {
  const topics = topicsOf(ctx.doc);
  return ctx.doc.sections.flatMap((section, at) => commitmentsIn(section, topics[at]!, ctx));
}

function commitmentsIn(section: Section, topic: Topic, ctx: ReadingContext): Commitment[] {
  const found: Commitment[] = [];
  const underHeading = section.heading && topic === 'commitments' ? leadIn(section.heading.text, ctx.parties) : null;
  let lead: Lead | null = underHeading;
  let subject: string[] | null = null;
  const heads = tableHeads(section.blocks, ctx.parties);
  section.blocks.forEach((block, at) => {
    if (block.kind === 'row') found.push(...commitmentsInRow(block, heads, topic));
    else if (block.kind === 'item') found.push(...commitmentsInItem(block, { topic, lead, ctx }));
    else if (block.kind === 'paragraph') {
      if (introduces(block, section.blocks[at + 1])) lead = leadIn(block.text, ctx.parties) ?? (topic === 'commitments' ? underHeading : null);
      else {
        lead = underHeading;
        const read = commitmentsInProse(block, { topic, lead, ctx, subject });
        subject = read.subject;
        found.push(...read.commitments);
      }
    }
  });
  return found;
}

import type { Commitment } from '../model.ts';
import { commitmentsInRow, tableHeads } from './commitments/rows.ts';
import { commitmentsInItem, commitmentsInProse } from './commitments/sentence.ts';
import { introduces, leadIn, NOBODY, type Lead } from './commitments/lead.ts';
import type { ReadingContext } from './context.ts';
import type { Section } from './document.ts';
import { topicsOf, type Topic } from './topic.ts';

/** Everything a party binds itself to, from lists under its name and from running text; background, values and boilerplate left out. */
export function readCommitments(ctx: ReadingContext): Commitment[] {
  const topics = topicsOf(ctx.doc);
  return ctx.doc.sections.flatMap((section, at) => commitmentsIn(section, topics[at]!, ctx));
}

/** Headings of these topics may still be the beginning of a sentence: "Detta gör kommunen", "Regionen lovar att". */
const MAY_BE_DUTIES = new Set<Topic>(['commitments', 'other', 'economy', 'follow-up', 'payments']);

function commitmentsIn(section: Section, headingTopic: Topic, ctx: ReadingContext): Commitment[] {
  const headed = section.heading && MAY_BE_DUTIES.has(headingTopic) ? leadIn(section.heading.text, ctx.parties) : null;
  const topic = headingTopic === 'commitments' || headed?.acts || isPartyOverVerbs(section, headingTopic, ctx) ? 'commitments' : headingTopic;
  const found: Commitment[] = [];
  const underHeading = topic === 'commitments' ? (headed ?? NOBODY) : null;
  let lead: Lead | null = underHeading;
  let subject: string[] | null = null;
  const heads = tableHeads(section.blocks, ctx.parties);
  section.blocks.forEach((block, at) => {
    if (block.kind === 'row') found.push(...commitmentsInRow(block, heads, topic));
    else if (block.kind === 'item') found.push(...commitmentsInItem(block, { topic, lead, ctx }));
    else if (block.kind === 'paragraph') {
      const isLead = introduces(block, section.blocks[at + 1]);
      const read = commitmentsInProse(block, { topic, lead: underHeading, ctx, subject }, isLead);
      subject = read.subject;
      found.push(...read.commitments);
      lead = (isLead ? leadIn(block.text, ctx.parties) : null) ?? underHeading;
    }
  });
  return found;
}

/** A party's name as the heading, and under it items that go on as its sentence: "håller öppet", "ska utse", "utbilda". */
function isPartyOverVerbs(section: Section, topic: Topic, ctx: ReadingContext): boolean {
  if (!section.heading || !MAY_BE_DUTIES.has(topic) || ctx.parties.named(section.heading.text.replace(/:$/, '').trim()) === null) return false;
  const items = section.blocks.filter((block) => block.kind === 'item');
  return items.length > 0 && items.every((item) => /^\p{Ll}/u.test(item.text));
}

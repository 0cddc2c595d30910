import type { Commitment } from '../model.ts';
import { commitmentsInRow, tableHeads } from './commitments/rows.ts';
import { commitmentsInItem, commitmentsInProse, labelledDuties, opensWithVerb } from './commitments/sentence.ts';
import { introduces, leadIn, NOBODY, type Lead } from './commitments/lead.ts';
import { nestedRoles } from './commitments/nested.ts';
import { withRoles } from './clause/roles.ts';
import type { ReadingContext } from './context.ts';
import type { Block, Section } from './document.ts';
import { moneyIn } from './lex/money.ts';
import { sentencesOf } from './sentences.ts';
import { isAlsoFollowUp, topicsOf, type Topic } from './topic.ts';
import { measuresIn } from './goals/measure.ts';

/** Everything a party binds itself to, from lists under its name and from running text; background, values and boilerplate left out. */
export function readCommitments(context: ReadingContext): Commitment[] {
  const ctx = withRoles(context);
  const topics = topicsOf(ctx.doc);
  return ctx.doc.sections.flatMap((section, at) => commitmentsIn(section, topics[at]!, ctx));
}

/** "Parterna är överens om att:": what is listed below binds, whatever the section is called. */
const AGREED = /(?:överens|ense|eniga|enats|överenskommit) om(?:\satt|\sföljande)?:?$/i;

/** Headings of these topics may still be the beginning of a sentence: "Detta gör kommunen", "Regionen lovar att". */
const MAY_BE_DUTIES = new Set<Topic>(['commitments', 'other', 'economy', 'follow-up', 'payments']);

function commitmentsIn(section: Section, headingTopic: Topic, ctx: ReadingContext): Commitment[] {
  const headed = section.heading && MAY_BE_DUTIES.has(headingTopic) ? leadIn(section.heading.text, ctx.parties) : null;
  const isDuties = headingTopic === 'commitments' || headed?.acts || isPartyOverVerbs(section, headingTopic, ctx) || isPartyOverSentences(section, headingTopic, ctx) || (headed && isPlainList(section));
  const mixed = headingTopic === 'goals' && isAlsoFollowUp(section);
  const topic = isDuties || (headingTopic === 'other' && hasLabelledDuties(section, ctx)) ? 'commitments' : headingTopic;
  const found: Commitment[] = [];
  let underHeading = topic === 'commitments' ? (headed ?? NOBODY) : null;
  let lead: Lead | null = underHeading;
  let subject: string[] | null = null;
  let isAgreed = false;
  const heads = tableHeads(section.blocks, ctx.parties);
  const roles = nestedRoles(section.blocks);
  section.blocks.forEach((block, at) => {
    if (block.kind === 'row') found.push(...commitmentsInRow(block, heads, topic));
    else if (roles[at] === 'lead') lead = leadIn(block.text, ctx.parties) ?? underHeading;
    else if (roles[at] === 'clause') found.push(...commitmentsInProse(block, { topic: topic === 'commitments' ? 'other' : topic, lead: null, ctx }).commitments);
    else if (block.kind === 'item' && (lead || isAgreed || !goesOn(block))) found.push(...commitmentsInItem(block, { topic: isAgreed ? 'commitments' : topic, lead, ctx }));
    else if (block.kind === 'item') found.push(...commitmentsInProse(block, { topic, lead, ctx }).commitments);
    else if (block.kind === 'paragraph' && topic === 'commitments' && ctx.parties.named(block.text.replace(/:$/, '')) !== null) {
      underHeading = leadIn(block.text, ctx.parties) ?? underHeading;
      lead = underHeading;
    } else if (block.kind === 'paragraph') {
      const isLead = introduces(block, section.blocks[at + 1]);
      isAgreed = isLead && AGREED.test(block.text);
      const isFollowUp = mixed && measuresIn(block.text).length === 0;
      const read = commitmentsInProse(block, { topic: isFollowUp ? 'follow-up' : topic, lead: underHeading, ctx, subject }, isLead);
      subject = read.subject;
      found.push(...read.commitments);
      lead = (isLead ? leadIn(block.text, ctx.parties) : null) ?? underHeading;
    }
  });
  return found;
}

/** A numbered clause of several sentences, not an item of a list. */
const goesOn = (block: Block): boolean => sentencesOf(block).length > 1;

/** "Klubben: Spolar isen. Lånar ut hjälmar.": a party's name, and sentences that go on from it. */
const hasLabelledDuties = (section: Section, ctx: ReadingContext): boolean => section.blocks.some((block) => block.kind === 'paragraph' && labelledDuties(block, ctx) !== null);

/** A list with few other words, most of its items without a sum: what a party brings in, under "Föreningens bidrag". */
function isPlainList(section: Section): boolean {
  const items = section.blocks.filter((block) => block.kind === 'item');
  const others = section.blocks.filter((block) => block.kind !== 'item' && !(block.kind === 'paragraph' && block.text.endsWith(':')));
  return items.length > 1 && others.length * 3 <= items.length && others.every((block) => block.kind === 'paragraph') && items.filter((item) => moneyIn(item.text).length > 0).length * 2 < items.length;
}

/** A party's name as the heading, and under it sentences that go on from it: "Öppnar gården. Betalar lön." */
function isPartyOverSentences(section: Section, topic: Topic, ctx: ReadingContext): boolean {
  if (!section.heading || !MAY_BE_DUTIES.has(topic) || ctx.parties.named(section.heading.text.replace(/:$/, '').trim()) === null) return false;
  const said = section.blocks.flatMap((block) => (block.kind === 'row' ? [] : sentencesOf(block)));
  return said.length > 0 && said.filter(({ text }) => opensWithVerb(text)).length * 3 >= said.length * 2;
}

/** A party's name as the heading, and under it items that go on as its sentence: "håller öppet", "ska utse", "utbilda". */
function isPartyOverVerbs(section: Section, topic: Topic, ctx: ReadingContext): boolean {
  if (!section.heading || !MAY_BE_DUTIES.has(topic) || ctx.parties.named(section.heading.text.replace(/:$/, '').trim()) === null) return false;
  const items = section.blocks.filter((block) => block.kind === 'item');
  return items.length > 0 && items.every((item) => /^(?:\p{Ll}|\d)/u.test(item.text));
}

import { overlaps } from '#kernel/text-span.ts';
import type { Deadline, PaymentTerm } from '../model.ts';
import { leadIn } from './commitments/lead.ts';
import { nestedRoles } from './commitments/nested.ts';
import type { ReadingContext } from './context.ts';
import { deliverablesIn } from './deadlines/deliverables.ts';
import { Passed } from './deadlines/passed.ts';
import { deadlinesInRow } from './deadlines/rows.ts';
import { deadlinesInSentence, type Surrounding } from './deadlines/sentence.ts';
import type { Block, Section } from './document.ts';
import { readPayments } from './payments.ts';
import { sentencesOf } from './sentences.ts';
import { isAlsoFollowUp, topicsOf, type Topic } from './topic.ts';
import { measuresIn } from './goals/measure.ts';

/** Sections whose dates are never something to be done: history, names, signatures. */
const NOT_HERE = new Set<Topic>(['background', 'values', 'definitions', 'contacts', 'signatures', 'parties', 'target-group', 'purpose']);

/**
 * Every date by which something is to be done – reports, accounts, meetings, decisions – and what is to be done regularly.
 * Days of payment, the term itself, signatures and history are left out; `payments` spares reading them once more.
 */
export function readDeadlines(ctx: ReadingContext, payments: PaymentTerm[] = readPayments(ctx)): Deadline[] {
  const topics = topicsOf(ctx.doc);
  const all = ctx.doc.sections.flatMap((section, at) => (NOT_HERE.has(topics[at]!) ? [] : deadlinesIn(section, topics[at]!, ctx)));
  const seen = new Set<string>();
  return withoutPayments(all, payments).filter((deadline) => {
    const key = `${deadline.date} ${deadline.recurrence} ${deadline.source.start} ${deadline.what}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** What stands under it is to be done by the days it tells. */
const CALENDAR = /(?<!\p{L})(?:tids?plan(?:en)?|milstolpar(?:na)?|årshjul(?:et)?|hållpunkter|viktiga datum)(?!\p{L})/iu;

function deadlinesIn(section: Section, topic: Topic, ctx: ReadingContext): Deadline[] {
  if (topic === 'goals') return [...deliverablesIn(section, ctx), ...(isAlsoFollowUp(section) ? deadlinesIn({ ...section, blocks: section.blocks.filter((block) => block.kind !== 'row' && measuresIn(block.text).length === 0) }, 'follow-up', ctx) : [])];
  const heading = section.heading ? leadIn(section.heading.text, ctx.parties) : null;
  const isAboutDuties = topic === 'commitments' || (heading?.acts ?? false);
  const isCalendar = CALENDAR.test(section.heading?.text ?? '');
  const isShared = heading?.parties[0] === 'both' && section.blocks.every((block) => block.kind === 'item');
  const around: Surrounding = { topic, ctx, lead: section.heading?.text ?? '', isImplied: false, parties: isAboutDuties || isShared ? (heading?.parties ?? null) : null, passed: new Passed(ctx.parties), told: [] };
  let head: Block | null = null;
  let isNested = false;
  const roles = nestedRoles(section.blocks);
  return section.blocks.flatMap((block, at) => {
    head = block.kind === 'row' ? (head ?? block) : null;
    if (block.kind === 'row') return deadlinesInRow(block, around, head);
    around.told = [];
    if (roles[at] === 'lead') around.parties = leadIn(block.text, ctx.parties)?.parties ?? around.parties;
    isNested = roles[at] === 'lead' || (isNested && block.kind === 'item' && roles[at] === null);
    around.isImplied = block.kind === 'item' && (isAboutDuties || isCalendar || isShared || isNested) && roles[at] !== 'clause';
    const found = sentencesOf(block).flatMap((sentence) => deadlinesInSentence(sentence, around));
    if (block.kind === 'paragraph') {
      around.lead = block.text;
      if (block.text.endsWith(':')) around.parties = leadIn(block.text, ctx.parties)?.parties ?? around.parties;
    }
    return found;
  });
}

/** Leaves out what was read as a payment, unless the sentence also sets a last day for a claim or a report. */
function withoutPayments(deadlines: Deadline[], payments: PaymentTerm[]): Deadline[] {
  let next = 0;
  const inOrder = payments.toSorted((a, b) => a.source.start - b.source.start);
  return deadlines.toSorted((a, b) => a.source.start - b.source.start).filter((deadline) => {
    while (next < inOrder.length && inOrder[next]!.source.end <= deadline.source.start) next += 1;
    for (let at = next; at < inOrder.length && inOrder[at]!.source.start < deadline.source.end; at += 1) {
      const payment = inOrder[at]!;
      if (overlaps(payment.source, deadline.source) && (payment.due.date === deadline.date || !/senast/i.test(deadline.what))) return false;
    }
    return true;
  });
}

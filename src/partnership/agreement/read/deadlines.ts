import type { Deadline } from '../model.ts';
import type { ReadingContext } from './context.ts';
import { deadlinesInRow } from './deadlines/rows.ts';
import { deadlinesInSentence, type Surrounding } from './deadlines/sentence.ts';
import type { Section } from './document.ts';
import { sentencesOf } from './sentences.ts';
import { leadIn } from './commitments/lead.ts';
import { topicsOf, type Topic } from './topic.ts';

/** Sections whose dates are never something to be done: history, names, signatures. */
const NOT_HERE = new Set<Topic>(['background', 'values', 'definitions', 'contacts', 'signatures', 'parties', 'target-group', 'purpose']);

/**
 * Every date by which something is to be done – reports, accounts, meetings, decisions – and what is to be done regularly.
 * Days of payment, the term itself, signatures and history are left out.
 */
export function readDeadlines(ctx: ReadingContext): Deadline[] {
  const topics = topicsOf(ctx.doc);
  const all = ctx.doc.sections.flatMap((section, at) => (NOT_HERE.has(topics[at]!) ? [] : deadlinesIn(section, topics[at]!, ctx)));
  const seen = new Set<string>();
  return all.filter((deadline) => {
    const key = `${deadline.date} ${deadline.recurrence} ${deadline.source.start} ${deadline.what}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

function deadlinesIn(section: Section, topic: Topic, ctx: ReadingContext): Deadline[] {
  const heading = section.heading ? leadIn(section.heading.text, ctx.parties) : null;
  const around: Surrounding = { topic, ctx, lead: section.heading?.text ?? '', parties: topic === 'commitments' ? (heading?.parties ?? null) : null, before: null };
  return section.blocks.flatMap((block) => {
    if (block.kind === 'row') return deadlinesInRow(block, around);
    const found = sentencesOf(block).flatMap((sentence) => deadlinesInSentence(sentence, around));
    if (block.kind === 'paragraph') {
      around.lead = block.text;
      if (/:$/.test(block.text)) around.parties = leadIn(block.text, ctx.parties)?.parties ?? around.parties;
    }
    return found;
  });
}

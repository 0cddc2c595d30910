import type { Extension } from '../model.ts';
import type { ReadingContext } from './context.ts';
import type { Sentence } from './document.ts';
import { sentencesOf } from './sentences.ts';
import { spanOf } from './span.ts';
import { topicsOf } from './topic.ts';
import { daysOfWhen, whensIn } from './when.ts';

const EXTENDED = /förläng|omförhandl|ny(?:tt)? (?:avtal|överenskommelse|partnerskap|IOP)|fortsatt (?:partnerskap|samverkan|avtal|samarbete|IOP)|fortsättning/i;
const NEXT_STEP = /\b(?:detta|beslut|besked|dialog|initiativ)/i;

/** How the agreement may go on after its end, with the dated steps on the way; null where it says nothing of it. */
export function readExtension(ctx: ReadingContext): Extension | null {
  const topics = topicsOf(ctx.doc);
  const said = ctx.doc.sections.flatMap((section, at) => (['background', 'purpose', 'goals', 'commitments', 'signatures', 'values'].includes(topics[at]!) ? [] : section.blocks.flatMap((block) => (block.kind === 'row' ? [] : extensionIn(sentencesOf(block))))));
  const first = said[0];
  if (!first) return null;
  return {
    text: said.map((sentence) => sentence.text).join(' '),
    steps: said.flatMap((sentence) => stepsIn(sentence, ctx)),
    certainty: 'certain',
    source: spanOf(first.block, first.at, first.at + first.text.length),
  };
}

/** Sentences about going on, and the dated ones that follow directly: a decision, a notice. */
function extensionIn(sentences: Sentence[]): Sentence[] {
  const found: Sentence[] = [];
  for (const sentence of sentences) {
    if (EXTENDED.test(sentence.text) && /\b(?:kan|ska|skall|förlängs|sker|beslutas|förlängning)\b/i.test(sentence.text)) found.push(sentence);
    else if (found.length > 0 && NEXT_STEP.test(sentence.text) && whensIn(sentence.text).length > 0) found.push(sentence);
  }
  return found;
}

function stepsIn(sentence: Sentence, ctx: ReadingContext): Extension['steps'] {
  return whensIn(sentence.text)
    .filter((when) => !when.ofRange)
    .flatMap((when) => {
      const [day] = daysOfWhen(when, ctx.period, { every: false, yearBack: false, afterEnd: false, last: true });
      if (!day) return [];
      return [{ date: day.date, precision: day.precision, derived: day.derived, what: sentence.text, source: spanOf(sentence.block, sentence.at + when.at, sentence.at + when.end) }];
    });
}

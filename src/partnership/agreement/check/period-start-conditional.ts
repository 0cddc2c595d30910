import * as m from '#messages';
import { sentencesOf } from '../read/sentences.ts';
import type { Check } from './check.ts';
import { readableBlocks, spanOfSentence, words } from './passages.ts';

const ESCAPE = words('eller enligt (?:särskild )?(?:överenskommelse|ök)|eller (?:vid )?den tidpunkt (?:som )?parterna|preliminärt|eller det datum parterna');

/** The term starts on a day "or as agreed": then no date in the agreement is certain. */
export const periodStartConditional: Check<{ words: string }> = {
  code: 'period-start-conditional',
  severity: 'warning',
  say: m.check_period_start_conditional,
  find({ doc, reading: { period } }) {
    if (!period) return [];
    const about = readableBlocks(doc)
      .filter(({ span }) => span.start <= period.source.start && period.source.start < span.end)
      .flatMap(sentencesOf)
      .find((sentence) => spanOfSentence(sentence).end > period.source.start);
    const escape = about?.text.match(ESCAPE);
    return about && escape ? [{ span: spanOfSentence(about), facts: { words: escape[0] } }] : [];
  },
};

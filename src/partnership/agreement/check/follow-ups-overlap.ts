import * as m from '#messages';
import type { Check } from './check.ts';
import { sentencesSaying, spanOfSentence, words } from './passages.ts';

const FOLLOW_UP = words('\\p{L}*möte\\p{L}*|\\p{L}*uppföljning\\p{L}*|följa upp|\\p{L}*samtal|avstämning\\p{L}*|sammanställ\\p{L}*');
const RHYTHM = words('en gång (?:i|per) (?:månad\\p{L}*|kvartal\\p{L}*|vecka\\p{L}*)|varje (?:månad|kvartal|vecka)|varannan (?:månad|vecka)|månadsvis|kvartalsvis|månatlig\\p{L}*');
const OWNER = words('sammankall\\p{L}*|kallar|ansvarar|ansvarig\\p{L}*|bjuder in|leder');

/** Three or more recurring follow-ups, none of which says who calls it. */
export const followUpsOverlap: Check<{ count: number; lines: string }> = {
  code: 'follow-ups-overlap',
  severity: 'note',
  say: m.check_follow_ups_overlap,
  find({ doc }) {
    const recurring = sentencesSaying(doc, RHYTHM)
      .filter(({ text }) => text.search(FOLLOW_UP) >= 0)
      .map((sentence) => ({ span: spanOfSentence(sentence), owned: sentence.text.search(OWNER) >= 0 }));
    const [first] = recurring;
    if (!first || recurring.length < 3 || recurring.some(({ owned }) => owned)) return [];
    return [{ span: first.span, facts: { count: recurring.length, lines: recurring.map(({ span }) => span.line).join(', ') } }];
  },
};

import * as m from '#messages';
import { matchesIn } from '../read/lex/matches.ts';
import { spanOf } from '../read/span.ts';
import type { Check, NoFacts } from './check.ts';
import { says, sentencesSaying, words } from './passages.ts';

const MAJORITY = words('(?:enkel )?majoritet(?:en|sbeslut)?|röstning');
const TIE = words('lika röstetal|utslagsröst|ordförandens? (?:röst|mening)|lottning|dubbel röst');
const VOTES = words('beslut\\p{L}*|röst\\p{L}*');

/** The parties decide by majority, and nothing says what happens when the votes are even. */
export const majorityWithoutCastingVote: Check<NoFacts> = {
  code: 'majority-without-casting-vote',
  severity: 'note',
  say: m.check_majority_without_casting_vote,
  find({ doc }) {
    if (says(doc, TIE)) return [];
    return sentencesSaying(doc, MAJORITY).flatMap(({ block, text, at }) => {
      const majority = matchesIn(MAJORITY, text)[0]!;
      if (text.search(VOTES) < 0) return [];
      return [{ span: spanOf(block, at + majority.index, at + majority.index + majority[0].length), facts: {} }];
    });
  },
};

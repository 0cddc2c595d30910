import * as m from '#messages';
import type { Check } from './check.ts';
import { sentencesSaying, spanOfSentence, words } from './passages.ts';

const EACH_ITS_OWN = words('(?:respektive|vardera|var|varje|båda) part\\p{L}*[^.]{0,40} (?:sina )?egna kostnader|parterna (?:bär|står för|svarar för) (?:var\\p{L}* )?sina egna kostnader');
const EXCEPTION = words('i övrigt|om inte annat|utöver|med undantag|förutom');
const ONE_PAYS = words('(?:tillhandahåller|bekostar|betalar|står för|svarar för|ansvarar för|täcker|ersätter)[^.]{0,60}?(?:\\p{L}*kostnad\\p{L}*|utgifter)');

/** One clause lets one party carry costs that another clause leaves with each. */
export const conflictingCostBearing: Check<{ line: number }> = {
  code: 'conflicting-cost-bearing',
  severity: 'warning',
  say: m.check_conflicting_cost_bearing,
  find({ doc }) {
    const shared = sentencesSaying(doc, EACH_ITS_OWN).find(({ text }) => text.search(EXCEPTION) < 0);
    if (!shared) return [];
    const { line } = spanOfSentence(shared);
    return sentencesSaying(doc, ONE_PAYS)
      .filter((sentence) => sentence !== shared && sentence.text.search(/\begna\b/i) < 0)
      .map((sentence) => ({ span: spanOfSentence(sentence), facts: { line } }));
  },
};

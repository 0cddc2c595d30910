import * as m from '#messages';
import type { Check } from './check.ts';
import { quote, sentencesSaying, spanOfSentence } from './passages.ts';

const PURPOSE = /^(?:det )?(?:övergripande )?syftet med (?:denna |detta |den |det )?(?:iop|idéburna? \S+|partnerskapet|överenskommelsen?|avtalet|samverkan)(?::n|:et|-avtalet)? är (.+)$/iu;

/** Two sentences each say what the purpose of the agreement is, and they are not about the same thing. */
export const purposeStatedTwice: Check<{ here: string; there: string; line: number }> = {
  code: 'purpose-stated-twice',
  severity: 'note',
  say: m.check_purpose_stated_twice,
  find({ doc }) {
    const purposes = sentencesSaying(doc, PURPOSE).flatMap((sentence) => {
      const purpose = PURPOSE.exec(sentence.text.trim())?.[1];
      return purpose ? [{ purpose, span: spanOfSentence(sentence) }] : [];
    });
    const [first, ...later] = purposes;
    if (!first) return [];
    return later
      .filter(({ purpose }) => sharedWords(first.purpose, purpose) < 0.5)
      .map(({ purpose, span }) => ({ span, facts: { here: quote(purpose), there: quote(first.purpose), line: first.span.line } }));
  },
};

/** The share of the shorter sentence's words that the other has too. */
function sharedWords(a: string, b: string): number {
  const [few, many] = [a, b].map((text) => new Set(text.toLowerCase().match(/\p{L}{4,}/gu) ?? [])).toSorted((x, y) => x.size - y.size);
  return few!.size === 0 ? 1 : [...few!].filter((word) => many!.has(word)).length / few!.size;
}

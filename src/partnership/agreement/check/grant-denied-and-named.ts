import * as m from '#messages';
import type { Check } from './check.ts';
import { sentencesSaying, spanOfSentence, words } from './passages.ts';

const DENIED = words('utan att (?:\\p{L}+ ){0,3}(?:använda|ge|lämna) (?:\\p{L}+ ){0,3}bidrag|(?:varken|vare sig)(?: \\p{L}+){0,4} bidrag|är (?:inte|ej) (?:ett |något )?(?:förenings|verksamhets)?bidrag|inte är (?:ett |något )?(?:förenings|verksamhets)?bidrag');
const NAMED = words('(?:bidra|bidrar) med (?:[\\p{L} ]{0,40} )?\\d[\\d .]{0,12}(?:kr|kronor|tkr|mkr|sek)|(?:verksamhets|förenings|projekt)?bidrag(?:et)? (?:om|på|uppgår till|med) \\d[\\d .]{0,12}');

/** The agreement says it is no grant, and then calls the money one. */
export const grantDeniedAndNamed: Check<{ line: number; words: string }> = {
  code: 'grant-denied-and-named',
  severity: 'note',
  say: m.check_grant_denied_and_named,
  find({ doc }) {
    const denied = sentencesSaying(doc, DENIED).find(({ text }) => text.search(NAMED) < 0);
    const [named] = sentencesSaying(doc, NAMED);
    if (!denied || !named) return [];
    const facts = { line: spanOfSentence(named).line, words: named.text.match(NAMED)![0] };
    return [{ span: spanOfSentence(denied), facts }];
  },
};

import * as m from '#messages';
import type { Check } from './check.ts';
import { says, sentencesSaying, spanOfSentence, words } from './passages.ts';

const CERTAIN_CASES = words('i (?:sådana|dessa|dylika) fall[^.]{0,40} uppsägning\\p{L}*|i (?:sådant|det|detta|så) fall[^.]{0,40} uppsägning\\p{L}*|(?:sägas upp|säga upp|uppsägning)[^.]{0,60}(?:endast|enbart) (?:om|vid|när)');
const IN_GENERAL = words('(?:part|parterna|parter|vardera parten|båda parter|kommunen|föreningen) (?:kan|får|har rätt att|äger rätt att)(?: \\p{L}+){0,3} säga upp|(?:avtalet|överenskommelsen|partnerskapet|iop:?-?\\p{L}*) (?:kan|får)(?: \\p{L}+){0,4} sägas upp|ömsesidig(?:a)? uppsägning\\p{L}*');
const UNTIL_FURTHER_NOTICE = words('tills vidare');

/** There is a notice period, but only in named cases: a party that wants to leave for another reason cannot give notice. */
export const noticeOnlyInCertainCases: Check<{ words: string }> = {
  code: 'notice-only-in-certain-cases',
  severity: 'note',
  say: m.check_notice_only_in_certain_cases,
  find({ doc }) {
    const [limited] = sentencesSaying(doc, CERTAIN_CASES);
    const general = sentencesSaying(doc, IN_GENERAL).some(({ text }) => text.search(CERTAIN_CASES) < 0);
    if (!limited || general || says(doc, UNTIL_FURTHER_NOTICE)) return [];
    return [{ span: spanOfSentence(limited), facts: { words: limited.text.match(CERTAIN_CASES)![0] } }];
  },
};

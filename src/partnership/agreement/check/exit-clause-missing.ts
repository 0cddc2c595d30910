import * as m from '#messages';
import type { CheckedAgreement, Check, NoFacts } from './check.ts';
import { isWhole, says, titleSpan, words } from './passages.ts';

const NOTICE = words('\\p{L}*uppsägning\\p{L}*|säg\\p{L}* upp|uppsag\\p{L}+|uppsäg\\p{L}+|(?:månad\\p{L}*|veck\\p{L}*|dag\\p{L}*) (?:varsel|i förväg|innan|dessförinnan)');
const EXIT = words('häv(?:a|s|er|ning\\p{L}*|t|d|des|as)|hävningsrätt|lämna (?:\\p{L}+ )?(?:partnerskapet|överenskommelsen|avtalet|samarbetet|samverkan)|rätt att lämna (?:det|den)|omedelbar verkan|frånträd\\p{L}*|utträd\\p{L}*|avslut(?:a|as) (?:\\p{L}+ )?(?:i förtid|partnerskapet|överenskommelsen|avtalet)|(?:upphör\\p{L}*|avslut\\p{L}*|avbryt\\p{L}*) i förtid|i förtid|(?:vill|kan|får) (?:\\p{L}+ ){0,6}(?:avbryta|sluta|avsluta|lämna|gå ur|dra sig ur)|lämnar den|(?:någon|part\\p{L}*) (?:\\p{L}+ ){0,3}lämnar (?:den|det|partnerskapet|överenskommelsen|avtalet|samverkan)');

/** True when the text speaks of giving notice. */
export const speaksOfNotice = ({ doc, reading }: CheckedAgreement): boolean => reading.notice !== null || says(doc, NOTICE);

/** True when a party can leave in some other way: rescind, step out, end early. */
export const speaksOfExit = ({ doc }: CheckedAgreement): boolean => says(doc, EXIT);

/** No way out before the term ends: neither notice nor rescission nor leaving. */
export const exitClauseMissing: Check<NoFacts> = {
  code: 'exit-clause-missing',
  severity: 'warning',
  say: m.check_exit_clause_missing,
  find: (agreement) =>
    isWhole(agreement) && !speaksOfNotice(agreement) && !speaksOfExit(agreement) ? [{ span: titleSpan(agreement), facts: {} }] : [],
};

import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { speaksOfExit, speaksOfNotice } from './exit-clause-missing.ts';
import { isWhole, titleSpan } from './passages.ts';

/** A party may leave, and nothing says how long before it must tell the other. */
export const noticeClauseMissing: Check<NoFacts> = {
  code: 'notice-clause-missing',
  severity: 'note',
  say: m.check_notice_clause_missing,
  find: (agreement) =>
    isWhole(agreement) && !speaksOfNotice(agreement) && speaksOfExit(agreement) ? [{ span: titleSpan(agreement), facts: {} }] : [],
};

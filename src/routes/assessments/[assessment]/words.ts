import * as m from '#messages';
import type { Said } from '#pure/agreement';
import type { AidSign } from '#pure/money';

export const SAID_WORDS: Record<Said, () => string> = { yes: m.answer_yes, partly: m.answer_partly, no: m.answer_no, 'not-applicable': m.answer_not_applicable };

export const AID_SIGNS: Record<AidSign, () => string> = {
  'over-ceiling': m.aid_sign_over_ceiling,
  'plan-passes-ceiling': m.aid_sign_plan_passes_ceiling,
  'plan-without-rate': m.aid_sign_plan_without_rate,
  'no-declaration': m.aid_sign_no_declaration,
};

import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { isWhole, titleSpan } from './passages.ts';

/** Nothing says when the agreement ends, nor that it runs until further notice. */
export const periodWithoutEnd: Check<NoFacts> = {
  code: 'period-without-end',
  severity: 'warning',
  say: m.check_period_without_end,
  find(agreement) {
    const { period } = agreement.reading;
    if (!isWhole(agreement) || period?.end || period?.openEnded) return [];
    return [{ span: period?.source ?? titleSpan(agreement), facts: {} }];
  },
};

import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { blocksThatMaySay } from '../read/may-say.ts';
import { isWhole, titleSpan } from './passages.ts';

/** "Avtalet löper på fem år": it ends, though no day to count from is told. */
const RUNS_FOR = /(?:avtal|överenskommelse|partnerskap)(?:et|n)\s(?:(?:ska|skall|kommer att)\s)?(?:löp|gäll|sträck|vara|träffa|sluts|ingå|teckna)\p{L}*[^.;]{0,50}?\s(?:\d{1,2}|ett|två|tre|fyra|fem|sex|sju|åtta|nio|tio|tolv|arton)\s(?:år|månader|läsår|säsonger|terminer)(?!\p{L})|(?:avtals|löp|giltighets)tid(?:en)?\s(?:är|omfattar|uppgår till)\s(?:\d{1,2}|\p{L}{2,6})\s(?:år|månader|läsår)(?!\p{L})/iu;

/** Nothing says when the agreement ends, nor that it runs until further notice. */
export const periodWithoutEnd: Check<NoFacts> = {
  code: 'period-without-end',
  severity: 'warning',
  say: m.check_period_without_end,
  find(agreement) {
    const { period } = agreement.reading;
    if (!isWhole(agreement) || period?.end || period?.openEnded || blocksThatMaySay(agreement.doc, RUNS_FOR).some(({ text }) => RUNS_FOR.test(text))) return [];
    return [{ span: period?.source ?? titleSpan(agreement), facts: {} }];
  },
};

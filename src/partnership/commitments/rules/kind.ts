import type { DutyKind } from '../model.ts';

const SIGNS: [DutyKind, RegExp][] = [
  ['follow-up', /uppfölj|följ(?:er|s|a|as)?\s(?:\S+\s){0,2}?upp(?!\p{L})|utvärder|avstäm/iu],
  ['report', /rapport|redovis|bokslut|sammanställ|verksamhetsberättelse|revisionsberättelse|statistik/i],
  ['meeting', /(?<!leda)möte|mötas|möts|träff|sammanträd|workshop|konferens|seminari/i],
  ['exit', /uppsäg|säg(?:a|s|er)\s(?:\S+\s){0,2}?upp(?!\p{L})|upphör|löper ut|återlämna/iu],
  ['payment', /utbetal|betal(?:a|as|ar|ning)(?!\p{L})|återbetal/iu],
];
const EXTENSION = /förläng|omförhandl|ny(?:tt)? (?:avtal|överenskommelse|period)|fortsatt (?:partnerskap|samverkan|samarbete)/i;

/**
 * What kind of duty the agreement's words describe: the kind named first, so that "delrapport med uppföljning" is a report.
 * What leads to an extension is part of that, except a report.
 */
export function kindSaid(words: string): DutyKind {
  const named = SIGNS.map(([kind, sign]) => ({ kind, at: words.search(sign) }))
    .filter(({ at }) => at >= 0)
    .sort((a, b) => a.at - b.at)[0]?.kind;
  if (EXTENSION.test(words) && named !== 'report') return 'extension';
  return named ?? 'other';
}

import * as m from '#messages';
import type { Check, NoFacts } from './check.ts';
import { says, words } from './passages.ts';

const REVIEW = words('ses över|ser? över|se \\p{L}+ över|översyn\\p{L}*|ompröv\\p{L}*|omförhandl\\p{L}*|revider\\p{L}*|utvärder\\p{L}*');

/** The agreement runs until further notice, and no day is set to ask whether it should. */
export const untilFurtherNoticeWithoutReview: Check<NoFacts> = {
  code: 'until-further-notice-without-review',
  severity: 'note',
  say: m.check_until_further_notice_without_review,
  find({ doc, reading: { period } }) {
    return period?.openEnded && !says(doc, REVIEW) ? [{ span: period.source, facts: {} }] : [];
  },
};

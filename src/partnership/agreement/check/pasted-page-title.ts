import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch } from './passages.ts';

const PAGE_TITLE = /\([^()|\t]{3,80} \| [^()|\t]{2,60}\)/gu;

/** A web page's title was pasted into the text, "(Page, service | Authority)": a link nobody can follow on paper. */
export const pastedPageTitle: Check<{ words: string }> = {
  code: 'pasted-page-title',
  severity: 'note',
  say: m.check_pasted_page_title,
  find: ({ doc }) =>
    everyMatch(doc, PAGE_TITLE).flatMap(({ block, match, span }) =>
      block.kind === 'row' ? [] : [{ span, facts: { words: match[0] } }],
    ),
};

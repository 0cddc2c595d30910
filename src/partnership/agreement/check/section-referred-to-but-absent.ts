import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch, readableBlocks } from './passages.ts';
import { numberedHeadings } from './section-numbers.ts';

const REFERENCE =
  /(?<!\p{L})(?:enligt|i|se|under|av) (?:punkt|avsnitt) (\d{1,2}(?:\.\d{1,2})*)(?![\d.]*\d)(?! (?:i|av|till) (?:\p{L}+ )?(?:bilaga|lag|förordning|riktlinje|policy|program|plan|protokoll))/giu;

/** "See section 14" in an agreement that has twelve. */
export const sectionReferredToButAbsent: Check<{ number: string }> = {
  code: 'section-referred-to-but-absent',
  severity: 'warning',
  say: m.check_section_referred_to_but_absent,
  find({ doc }) {
    const headings = numberedHeadings(doc);
    if (headings.length < 3) return [];
    const onItems = readableBlocks(doc).flatMap(({ label }) => (label ? [label.replace(/[^\d.]|\.$/g, '')] : []));
    const labels = new Set([...onItems, ...headings.map(({ number }) => number.join('.'))]);
    return everyMatch(doc, REFERENCE).flatMap(({ match, span }) =>
      labels.has(match[1]!) ? [] : [{ span, facts: { number: match[1]! } }],
    );
  },
};

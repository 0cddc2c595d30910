import * as m from '#messages';
import type { AgreementDocument } from '../read/document.ts';
import { matchesIn } from '../read/lex/matches.ts';
import type { Check } from './check.ts';
import { readableBlocks } from './passages.ts';
import { numberingRuns, parentOf, type NumberedHeading } from './section-numbers.ts';

/** The numbering jumps, "5" to "7": something was taken out, and references may point to nothing. */
export const sectionNumberMissing: Check<{ missing: string; previous: string; next: string }> = {
  code: 'section-number-missing',
  severity: 'warning',
  say: m.check_section_number_missing,
  find({ doc }) {
    const jumps = numberingRuns(doc).flatMap(gaps);
    const standing = jumps.length > 0 ? numbersThatStandSomewhere(doc) : new Set<string>();
    return jumps.flatMap(({ heading, missing, previous }) => {
      const gone = missing.filter((number) => !standing.has(number));
      const facts = { missing: gone.join(', '), previous, next: heading.number.join('.') };
      return gone.length > 0 ? [{ span: heading.block.span, facts }] : [];
    });
  },
};

interface Gap {
  heading: NumberedHeading;
  previous: string;
  missing: string[];
}

/** Where the numbers under one parent jump by two or three; a larger jump is another kind of numbering. */
function gaps(run: NumberedHeading[]): Gap[] {
  const lastUnder = new Map<string, number>();
  return run.flatMap((heading) => {
    const parent = parentOf(heading.number);
    const own = heading.number.at(-1)!;
    const previous = lastUnder.get(parent);
    lastUnder.set(parent, Math.max(own, previous ?? 0));
    if (previous === undefined || own - previous < 2 || own - previous > 3) return [];
    const named = (last: number) => [...heading.number.slice(0, -1), last].join('.');
    const missing = Array.from({ length: own - previous - 1 }, (_, index) => named(previous + 1 + index));
    return [{ heading, previous: named(previous), missing }];
  });
}

const BEFORE_A_SENTENCE = /(?:^|[\s|*#])(?:§ ?)?(\d{1,2}(?:\.\d{1,2}){0,3})\.?(?: ?§)?[ \t]+(?=\p{Lu})/gu;

/** A number may stand before a clause, or a heading that was not told from its text. */
function numbersThatStandSomewhere(doc: AgreementDocument): Set<string> {
  const labels = readableBlocks(doc).flatMap(({ label }) => label?.replace(/[^\d.]|\.$/g, '') ?? []);
  return new Set([...labels, ...matchesIn(BEFORE_A_SENTENCE, doc.text).map(([, number]) => number!)]);
}

import * as m from '#messages';
import type { Check, Found } from './check.ts';
import { numberingRuns, parentOf, type NumberedHeading } from './section-numbers.ts';

/** The numbering jumps, "5" to "7": something was taken out, and references may point to nothing. */
export const sectionNumberMissing: Check<{ missing: string; previous: string; next: string }> = {
  code: 'section-number-missing',
  severity: 'warning',
  say: m.check_section_number_missing,
  find: ({ doc }) => numberingRuns(doc).flatMap(gaps),
};

function gaps(run: NumberedHeading[]): Found<{ missing: string; previous: string; next: string }>[] {
  const lastUnder = new Map<string, number>();
  return run.flatMap(({ block, number }) => {
    const parent = parentOf(number);
    const own = number.at(-1)!;
    const previous = lastUnder.get(parent);
    lastUnder.set(parent, Math.max(own, previous ?? 0));
    if (previous === undefined || own - previous < 2 || own - previous > 3) return [];
    const named = (last: number) => [...number.slice(0, -1), last].join('.');
    return [{ span: block.span, facts: { missing: named(previous + 1), previous: named(previous), next: named(own) } }];
  });
}

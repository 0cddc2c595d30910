import * as m from '#messages';
import type { Check, Found } from './check.ts';
import { numberingRuns, type NumberedHeading } from './section-numbers.ts';

/** Two sections have the same number: a reference to it can mean either. */
export const sectionNumberTwice: Check<{ number: string; line: number; heading: string }> = {
  code: 'section-number-twice',
  severity: 'warning',
  say: m.check_section_number_twice,
  find: ({ doc }) => numberingRuns(doc).flatMap(repeats),
};

function repeats(run: NumberedHeading[]): Found<{ number: string; line: number; heading: string }>[] {
  const first = new Map<string, NumberedHeading>();
  return run.flatMap((heading) => {
    const number = heading.number.join('.');
    const earlier = first.get(number);
    if (!earlier) {
      first.set(number, heading);
      return [];
    }
    const facts = { number, line: earlier.block.span.line, heading: earlier.block.text };
    return [{ span: heading.block.span, facts }];
  });
}

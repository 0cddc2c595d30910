import * as m from '#messages';
import { matchesIn } from '../read/lex/matches.ts';
import type { Check } from './check.ts';
import { readableBlocks } from './passages.ts';
import { withDays } from './written-days.ts';

const YEAR = /\b20\d\d\b/g;

/** The agreement runs through years or days that its budget does not speak of. */
export const budgetForAnotherPeriod: Check<{ budget: string; start: string; end: string; line: number }> = {
  code: 'budget-for-another-period',
  severity: 'note',
  say: withDays(m.check_budget_for_another_period, 'start', 'end'),
  find({ doc, reading }) {
    const { start, end } = reading.period ?? { start: null, end: null };
    const headings = readableBlocks(doc).filter(({ text }) => text.length < 80 && /^(?:\S+ )?budget\b.*\b20\d\d\b/i.test(text));
    if (!start || !end || headings.length === 0) return [];
    const years = headings.flatMap(({ text }) => matchesIn(YEAR, text).map(([year]) => year)).toSorted();
    const [first, last] = [years[0]!, years.at(-1)!];
    if (first <= start.date.slice(0, 4) && end.date.slice(0, 4) <= last) return [];
    const budget = first === last ? first : `${first}–${last}`;
    return [{ span: start.source, facts: { budget, start: start.date, end: end.date, line: headings[0]!.span.line } }];
  },
};

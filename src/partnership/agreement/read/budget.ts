import type { BudgetLine } from '../model.ts';
import { budgetLinesInList } from './budget/list.ts';
import { budgetLinesInProse } from './budget/prose.ts';
import { budgetLinesInTable } from './budget/rows.ts';
import type { ReadingContext } from './context.ts';
import { tablesOf } from './table.ts';
import { topicsOf } from './topic.ts';

/** The lines of the budget: from tables, from lists with a sum at each item, and from sentences that divide a sum. As written, so that a cost may be negative. */
export function readBudget(ctx: ReadingContext): BudgetLine[] {
  const topics = topicsOf(ctx.doc);
  const tabled = tablesOf(ctx.doc).flatMap((table) => budgetLinesInTable(table, topics[table.at]!, ctx.parties));
  const listed = ctx.doc.sections.flatMap((section, at) => budgetLinesInList(section, topics[at]!));
  const told = tabled.length + listed.length > 0 ? [] : ctx.doc.sections.flatMap((section, at) => budgetLinesInProse(section, topics[at]!)).filter((line) => ctx.parties.named(line.label) === null); // who gets it is not what it is spent on
  return [...tabled, ...listed, ...told].sort((a, b) => a.source.start - b.source.start);
}

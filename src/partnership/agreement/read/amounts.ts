import type { Amount } from '../model.ts';
import { amountsInProse } from './amounts/prose.ts';
import { amountsInTable } from './amounts/rows.ts';
import type { ReadingContext } from './context.ts';
import { tablesOf } from './table.ts';
import { topicsOf } from './topic.ts';

/**
 * Every amount of money in the agreement, once for each thing it is said of, in kronor and never negative.
 * A sum that only repeats an amount stated elsewhere is left out, and so is what was paid before this agreement.
 */
export function readAmounts(ctx: ReadingContext): Amount[] {
  const topics = topicsOf(ctx.doc);
  const prose = ctx.doc.blocks.filter((block) => block.kind !== 'row' && block.kind !== 'furniture' && topics[block.section] !== 'background').flatMap(amountsInProse);
  const tabled = tablesOf(ctx.doc).flatMap((table) => amountsInTable(table, topics[table.at]!));
  const lines = tabled.filter((row) => !row.isSum);
  const stated = new Set([...prose, ...lines.map((row) => row.amount)].map((amount) => amount.sek));
  const sums = tabled.filter((row) => row.isSum && !stated.has(row.amount.sek));
  return once([...prose, ...[...lines, ...sums].map((row) => row.amount)]).sort((a, b) => a.source.start - b.source.start);
}

function once(amounts: Amount[]): Amount[] {
  const seen = new Set<string>();
  return amounts.filter((amount) => {
    const key = `${amount.sek} ${amount.what.toLowerCase()}`;
    if (amount.sek === 0 || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

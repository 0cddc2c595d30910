import type { BudgetLine } from '../../model.ts';
import { SUM_LABEL } from '../amounts/adding-up.ts';
import { amountsInCell, labelOf } from '../amounts/rows.ts';
import { datesIn } from '../lex/dates.ts';
import { eventIn } from '../payments/event.ts';
import type { PartyNames } from '../parties/names.ts';
import { spanOf } from '../span.ts';
import { cellsOf, isYear, type Cell, type Table } from '../table.ts';
import type { Topic } from '../topic.ts';
import { kindOf, sideOf } from './kind.ts';

const PAYMENT = /utbetal|betalas|betalning|förfall|datum|(?<!\p{L})rat(?!\p{L})/iu;
const TOTAL_HEAD = /summa|totalt?|belopp|kostnad|budget|kronor|kr\b|tkr/i;

/** The lines of a table about money, unless it is a plan of payments. A row without a sum names the side that follows. */
export function budgetLinesInTable(table: Table, topic: Topic, parties: PartyNames): BudgetLine[] {
  if (isPaymentPlan(table, topic) || isPriceList(table, topic) || isReckoned(table, topic, parties)) return [];
  const ofParties = ofPartiesIn(table, parties);
  let side: 'income' | 'cost' | null = sideAbove(table);
  const found: BudgetLine[] = [];
  for (const row of table.rows) {
    const cells = cellsOf(row);
    const label = labelOf(cells);
    const sums = cells.flatMap((cell) => (cell.text === label ? [] : amountsInCell(cell, cells, table, topic).slice(0, 1).map((money) => ({ money, cell }))));
    if (sums.length === 0) {
      side = sideOf(label) ?? side;
      continue;
    }
    if (!/\p{L}{2}/u.test(label) || cells.some((cell) => cell.text.length > 70)) continue;
    const chosen = ofParties === 'apart' ? sums.filter(({ money }) => money.sek !== 0) : chosenOf(sums, table);
    for (const { money, cell } of chosen) {
      found.push({ label: ofParties === 'apart' ? `${label} ${table.head![cell.column]}` : ofParties === 'together' ? label : withArithmetic(label, cells, cell, table), sek: money.sek, kind: kindOf(label, money.sek, side), certainty: 'certain', source: spanOf(row) });
    }
  }
  return found;
}

const isPaymentPlan = (table: Table, topic: Topic): boolean =>
  (topic === 'payments' && table.rows.some((row) => PAYMENT.test(row.text) || eventIn(row.text) !== null || datesIn(row.text).some((date) => date.month !== null))) || (table.head?.some((words) => PAYMENT.test(words)) ?? false) || table.rows.every((row) => PAYMENT.test(row.text)) || table.rows.every((row) => eventIn(row.text) !== null || datesIn(row.text).some((date) => date.month !== null));

/** What a day or a class costs, under a heading about payment: prices, which nobody adds up. */
const isPriceList = (table: Table, topic: Topic): boolean =>
  topic !== 'budget' && (table.head === null || PRICES.test(table.head[0]!)) && table.rows.length > 1 && !table.rows.some((row) => SUM_LABEL.test(row.text.split('\t')[0]!)) && table.rows.some((row) => PRICED.test(row.text));
const PRICES = /^(?:ersättning|pris|taxa|arvode|avgift|prislista|timpris|à-pris)\p{L}*\W*$/iu;

/** "Vretinge kommun | 18 400 invånare | 110 400": how the share of each party is worked out, not what it is spent on. */
const isReckoned = (table: Table, topic: Topic, parties: PartyNames): boolean => {
  if (topic === 'budget' || !table.head?.some((words) => RECKONED_BY.test(words))) return false;
  const labels = table.rows.map((row) => row.text.split('\t')[0]!).filter((label) => !SUM_LABEL.test(label));
  return labels.length > 1 && labels.every((label) => ![null, 'both'].includes(parties.named(label)));
};
const RECKONED_BY = /invånare|folkmängd|antal|medlemmar|elever|andel|nyckel|procent|%/i;

const PRICED = /(?<!\p{L})(?:hel|halv) dag(?!\p{L})|(?<!\p{L})(?:per|för varje) (?!år|halvår|kvartal|månad|termin)\p{L}+|(?:kr|kronor)\s?\/\s?\p{L}/iu;

/** "Intäkter" as a line of its own directly above the table. */
function sideAbove(table: Table): 'income' | 'cost' | null {
  const { start } = table.rows[0]!.span;
  const above = table.section.blocks.findLast((block) => block.kind !== 'row' && block.span.end <= start) ?? table.section.heading;
  return above && above.text.length < 40 ? sideOf(above.text) : null;
}

/** A column for each party: what each bears is a line of its own, or only what they bear together where a column tells that. Null where the columns are others. */
function ofPartiesIn({ head }: Table, parties: PartyNames): 'apart' | 'together' | null {
  const heads = (head ?? []).slice(1);
  if (heads.filter((words) => parties.named(words) !== null).length < 2) return null;
  return heads.some((words) => TOTAL_HEAD.test(words)) ? 'together' : 'apart';
}

type Sum = { money: { sek: number }; cell: Cell };

/** The total of a row where a column is the total, one line for each year where years are columns, else the last sum. */
function chosenOf(sums: Sum[], table: Table): Sum[] {
  if (sums.length === 1 || !table.head) return sums.slice(-1);
  const heads = table.head;
  if (heads.filter((words) => isYear(words)).length > 1 && sums.every((sum) => isYear(heads[sum.cell.column] ?? '') || TOTAL_HEAD.test(heads[sum.cell.column] ?? ''))) return sums;
  const total = sums.filter((sum) => TOTAL_HEAD.test(heads[sum.cell.column] ?? ''));
  if (total.length > 0) return total.slice(-1);
  return sums.every((sum) => isYear(heads[sum.cell.column] ?? '')) ? sums : sums.slice(-1);
}

/** "Två tjänster" with "2" and "38 500" in the cells between keeps them: the label says what was multiplied. */
function withArithmetic(label: string, cells: Cell[], sum: Cell, table: Table): string {
  const heads = table.head ?? [];
  if (heads[sum.column] && heads.filter((words) => isYear(words)).length > 1) return `${label} ${heads[sum.column]}`;
  const between = cells.filter((cell) => cell.column < sum.column && cell.text.trim() !== '' && cell.text.trim() !== label).map((cell) => cell.text.trim());
  return between.length > 0 ? `${label} (${between.join(' × ')})` : label;
}

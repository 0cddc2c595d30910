import type { Amount } from '../../model.ts';
import type { Block } from '../document.ts';
import { moneyIn, scaleOf } from '../lex/money.ts';
import { spanOf } from '../span.ts';
import { cellsOf, isYear, numberIn, type Cell, type Table } from '../table.ts';
import type { Topic } from '../topic.ts';
import { columnsAddingUp, SUM_LABEL } from './adding-up.ts';

/** A sum of money in a cell, and whether its row only adds up others. */
export interface RowAmount {
  amount: Amount;
  isSum: boolean;
}

const MONEY_HEAD = /belopp|kr\b|kronor|tkr|kkr|mkr|kostnad|intäkt|summa|pris|bidrag|budget|ersättning|utbetal|totalt/i;
const PLAIN_MONEY_HEAD = /belopp|kr\b|kronor|tkr|kkr|mkr|summa|totalt|kostnad/i;
const COUNT_HEAD = /antal|\bst\b|tim(mar)?\b|procent|%|omfattning|månader|tjänst|nr\b|\bår\b|datum|grad|kvantitet|personer|deltagare/i;

/** Amounts in the cells of a table. Numbers without a unit count only where heads, lines above or the section's topic say that they are money. */
export function amountsInTable(table: Table, topic: Topic): RowAmount[] {
  return table.rows.flatMap((row) => {
    const cells = cellsOf(row);
    const label = labelOf(cells);
    return cells.flatMap((cell) => amountsInCell(cell, cells, table, topic).map((money) => amountOf(money, { row, label, cell, table })));
  });
}

/** The words of a row that are neither number nor sum: what the row is about. */
export function labelOf(cells: Cell[]): string {
  const worded = cells.filter((cell) => /\p{L}{2}/u.test(cell.text) && numberIn(cell.text) === null && !isOnlyMoney(cell.text));
  return (worded[0]?.text ?? '').trim();
}

const isOnlyMoney = (text: string): boolean => {
  const money = moneyIn(text);
  return money.length === 1 && text.trim().length - (money[0]!.end - money[0]!.at) <= 4;
};

interface CellMoney {
  sek: number;
  at: number;
  end: number;
  approx: boolean;
  per: string | null;
}

/** The amounts of one cell, in kronor and with their sign. */
export function amountsInCell(cell: Cell, cells: Cell[], table: Table, topic: Topic): CellMoney[] {
  const marked = moneyIn(cell.text);
  if (marked.length > 0) return marked.map((money) => ({ ...money, at: cell.at + money.at, end: cell.at + money.end }));
  const number = numberIn(cell.text);
  if (number === null || (unitBeside(cell, cells) === null && !isMoneyColumn(cell, cells, table, topic))) return [];
  const head = table.head?.[cell.column] ?? '';
  const beside = unitBeside(cell, cells);
  const scale = beside ? scaleOf(beside) : /tkr|kkr/i.test(head) ? 1000 : /mkr|msek/i.test(head) ? 1e6 : (table.scale ?? 1);
  return [{ sek: number * scale, at: cell.at, end: cell.at + cell.text.length, approx: /\bca\b/i.test(cell.text), per: null }];
}

/** "Antal barn i orkester" under each year: people, not money. */
const COUNTED = /^(?:antal|andel)(?!\p{L})/iu;

/** A unit in a cell of its own: "SEK | 60 000". */
const unitBeside = (cell: Cell, cells: Cell[]): string | null =>
  [cells[cell.column - 1], cells[cell.column + 1]].map((other) => other?.text.trim() ?? '').find((text) => /^(?:SEK|kr|kronor|tkr|kkr|mkr|:-)\.?$/i.test(text)) ?? null;

/** Over a column of days: what stands beside is paid then. */
const PAID_WHEN = /^\W*(?:utbetal|betal|förfall|datum|dag(?:\b|$)|när\b|tidpunkt)/i;

/** Whether a bare number in this cell is money: the column's head says so, or it is the row's last number in a table about money. */
function isMoneyColumn(cell: Cell, cells: Cell[], table: Table, topic: Topic): boolean {
  const head = table.head?.[cell.column];
  if (topic === 'goals' || COUNTED.test(labelOf(cells))) return false;
  if ((topic === 'budget' || topic === 'economy') && (addsUp(cells, table.scale ?? 1) || columnsAddingUp(table).has(cell.column))) return true;
  if (head && COUNT_HEAD.test(head) && !MONEY_HEAD.test(head)) return false;
  if (head && PLAIN_MONEY_HEAD.test(head)) return true;
  if (cell.column > 0 && PAID_WHEN.test(table.head?.[0] ?? '') && topic !== 'follow-up' && /\d[ .\u00a0]\d{3}/.test(cell.text)) return true;
  if (head && (MONEY_HEAD.test(head) || isYear(head))) return !table.head!.some((words) => words !== head && PLAIN_MONEY_HEAD.test(words)) || isYear(head);
  const aboutMoney = table.scale !== null || topic === 'budget' || topic === 'payments' || topic === 'economy' || (table.head?.some((words) => MONEY_HEAD.test(words)) ?? false);
  const last = cells.findLast((other) => numberIn(other.text) !== null);
  if (table.head && head !== undefined && head !== '' && table.head.some((words) => MONEY_HEAD.test(words))) return false;
  return aboutMoney && cells.length > 1 && cell === last && !isYear(cell.text);
}

/** "45 000 | 20 000 | 65 000": the row's last number is the sum of the others, so all of them are of one kind. */
function addsUp(cells: Cell[], scale: number): boolean {
  const numbers = cells.slice(1).map((cell) => numberIn(cell.text));
  const [sum, ...parts] = numbers.toReversed();
  return parts.length > 1 && sum != null && sum * scale >= 1000 && parts.every((part) => part !== null) && parts.reduce<number>((all, part) => all + part!, 0) === sum;
}

function amountOf(money: CellMoney, { row, label, cell, table }: { row: Block; label: string; cell: Cell; table: Table }): RowAmount {
  const head = table.head?.[cell.column];
  const several = (table.head?.filter((words) => isYear(words)).length ?? 0) > 1;
  const what = several && head ? `${label}, ${head}` : label || (head ?? '');
  return { amount: { sek: Math.abs(money.sek), what, approx: money.approx, per: money.per, certainty: 'certain', source: spanOf(row, money.at, money.end) }, isSum: SUM_LABEL.test(label) };
}

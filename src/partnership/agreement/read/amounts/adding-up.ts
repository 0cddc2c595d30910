import { cellsOf, isYear, numberIn, type Table } from '../table.ts';
import { remembered } from '../remembered.ts';

export const SUM_LABEL = /^\W*(?:\S+ )?(?:del)?(?:summa|summering|totalt?|totalsumma|sammanlagt|netto|resultat|balans|saldo)\b|\b(?:totalt|summa|summa kostnader|summa intäkter)\s*:?$/i;

/** What is counted and added up, but is no money. */
const COUNTED = /antal|invånare|personer|deltagare|platser|timmar|tim\b|procent|%|månader|nätter|kvällar|dagar|besök|medlemmar|tjänst|\bst\b/i;

/** Columns whose numbers add up to what the table's last row calls their sum: all of one kind, and where the table is about money, money. */
export const columnsAddingUp = remembered((table: Table): ReadonlySet<number> => {
  const rows = table.rows.map((row) => cellsOf(row).map((cell) => cell.text));
  const last = rows.at(-1)!;
  if (rows.length < 3 || !SUM_LABEL.test(last[0]!) || rows.slice(0, -1).some(([label]) => SUM_LABEL.test(label!))) return new Set<number>();
  return new Set(last.flatMap((cell, column) => {
    const sum = numberIn(cell);
    const head = table.head?.[column] ?? '';
    if (column === 0 || sum === null || sum * (table.scale ?? 1) < 1000 || COUNTED.test(head) || isYear(cell)) return [];
    const parts = rows.slice(0, -1).map((row) => numberIn(row[column] ?? '') ?? 0);
    return parts.filter(Boolean).length > 0 && parts.reduce((all, part) => all + part, 0) === sum ? [column] : [];
  }));
});

import { AlignmentType, BorderStyle, type IRunOptions, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx';
import { columnShares } from '../pdf/columns.ts';
import type { EvenTable } from '../tables.ts';
import { PINE, RULE, SOFT } from './looks.ts';

/** A text as runs; where its author broke the line, the line is broken. */
export const linesOf = (text: string, looks: IRunOptions = {}): TextRun[] => text.split('\n').map((line, at) => new TextRun({ ...looks, text: line, ...(at > 0 ? { break: 1 } : {}) }));

const NONE = { style: BorderStyle.NONE, size: 0, color: 'auto' };
const thin = (color: string) => ({ style: BorderStyle.SINGLE, size: 4, color });

/** Lines instead of boxes, headers that come again on every page, figures to the right. */
export function wordTable(table: EvenTable): Table {
  const shares = columnShares(table);
  const all = shares.reduce((sum, share) => sum + share, 0);
  const row = (cells: string[], looks: IRunOptions, tableHeader = false) =>
    new TableRow({
      tableHeader,
      cantSplit: true,
      children: cells.map(
        (words, at) =>
          new TableCell({
            width: { size: Math.round((100 * shares[at]!) / all), type: WidthType.PERCENTAGE },
            children: [new Paragraph({ alignment: table.figures[at] ? AlignmentType.RIGHT : AlignmentType.LEFT, spacing: { before: 40, after: 40 }, children: linesOf(words, looks) })],
          }),
      ),
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    borders: { top: NONE, left: NONE, right: NONE, insideVertical: NONE, insideHorizontal: thin(RULE), bottom: thin(PINE) },
    rows: [...(table.head.length > 0 ? [row(table.head, { bold: true, color: SOFT }, true)] : []), ...table.rows.map((cells, at) => row(cells, { bold: table.strong.includes(at) }))],
  });
}

import type { AgreementDocument, Block, Section } from './document.ts';
import { FIGURES, valueOf } from './lex/numbers.ts';
import { moneyIn, scaleOf } from './lex/money.ts';
import { remembered } from './remembered.ts';

/** Rows that stand together, with what their heads and the lines above say of the numbers in them. */
export interface Table {
  section: Section;
  /** Index of the section in the document. */
  at: number;
  /** Words of the first row when it names columns and holds no sums; null otherwise. */
  head: string[] | null;
  rows: Block[];
  /** What one unit of an unmarked number is worth in kronor, as "Belopp i tkr" says; null when nothing says it. */
  scale: number | null;
}

/** A cell with where it stands in its row's text. */
export interface Cell {
  text: string;
  at: number;
  column: number;
}

/** Every run of rows in the document. "Belopp i tkr" holds for the whole section, and for the sides of a budget that follow. */
export const tablesOf = remembered((doc: AgreementDocument): readonly Table[] => {
  let scale: number | null = null;
  return doc.sections.flatMap((section, at) => {
    const tables: Table[] = [];
    let rows: Block[] = [];
    let above: Block[] = [];
    if (!CONTINUES.test(section.heading?.text ?? '')) scale = null;
    const close = () => {
      if (rows.length === 0) return;
      const table = tableOf(rows, above, section, at);
      scale = table.scale ?? scale;
      tables.push({ ...table, scale });
      rows = [];
      above = [];
    };
    for (const block of section.blocks) {
      if (block.kind === 'row') rows.push(block);
      else {
        close();
        above.push(block);
        scale = scaleSaid(block.text) ?? scale;
      }
    }
    close();
    return tables;
  });
});

export function cellsOf(row: Block): Cell[] {
  let at = 0;
  return row.text.split('\t').map((text, column) => {
    const cell = { text, at, column };
    at += text.length + 1;
    return cell;
  });
}

/** Headings inside a budget: what was said of its numbers above still holds below them. */
const CONTINUES = /^\W*(?:intäkt|kostnad|utgift|inkomst|finansiering|summa)/i;
const NUMBER_CELL = new RegExp(String.raw`^\(?(?:[-−–+]\s?)?(?:ca\.?\s)?${FIGURES}\s*\)?\s*\*?$`, 'iu');
const SCALE = /belopp(?:en)?\s*(?:anges\s*)?(?:är\s*)?(?:i|\()\s*(tkr|kkr|tusen(?:tals)? kronor|mkr|mnkr|miljoner|kronor|kr|sek)|\((?:i\s|alla belopp i\s)?(tkr|kkr|mkr|mnkr|kr|kronor|sek|tusental(?: kronor)?|tusen kronor)\)|\bi (tkr|kkr|mkr|mnkr|tusental kronor|tusental|tusen(?:tals)? kronor|hela kronor)\b|^[^.;:]{0,60}(?:,|[–-])\s?(tkr|kkr|mkr|mnkr)\.?$|^(?:\S+ )?(tkr|kkr|mkr|kr|sek|kronor)\.?$|anger (tkr|kkr|mkr|tusental)(?!\p{L})/iu;

const UNIT = /kr|tusen|miljoner|sek/i;

/** The number in a cell that holds nothing else, with its sign; null for any other cell. */
export function numberIn(cell: string): number | null {
  const text = cell.trim();
  if (!NUMBER_CELL.test(text)) return null;
  const value = valueOf(/\d[\d \u00a0\u202f.,]*/.exec(text)![0].trim());
  return /^\(?[-−–]/.test(text) ? -value : value;
}

function tableOf(rows: Block[], above: Block[], section: Section, at: number): Table {
  const first = cornered(rows[0]!.text.split('\t'), rows[1]);
  const hasHead = rows.length > 1 && first.every((cell) => (numberIn(cell) === null || isYear(cell)) && moneyIn(cell).length === 0) && first.some((cell) => /\p{L}/u.test(cell) || isYear(cell));
  const said = [...(hasHead ? first : []), ...above.slice(-3).map((block) => block.text), section.heading?.text ?? ''];
  return { section, at, head: hasHead ? first : null, rows: hasHead ? rows.slice(1) : rows, scale: said.map(scaleSaid).find((one) => one !== null) ?? null };
}

/** Heads one cell short of a label and its numbers: the corner above the labels was left empty. */
const cornered = (head: string[], next: Block | undefined): string[] => {
  const cells = next?.text.split('\t') ?? [];
  return cells.length === head.length + 1 && (isYear(head[0]!) || (head.length > 1 && numberIn(cells[0]!) === null && cells.slice(1).every((cell) => numberIn(cell) !== null))) ? ['', ...head] : head;
};

/** What the words say one unit of the numbers is worth; null when they say nothing of it. */
function scaleSaid(words: string): number | null {
  const unit = (UNIT.test(words) ? SCALE.exec(words) : null)?.slice(1).find(Boolean)?.replace('hela ', '');
  return unit ? scaleOf(unit) : null;
}

/** "2025", "Läsåret 2025/26", "24/25", "År 2". */
export const isYear = (cell: string): boolean => /^\D{0,12}20\d\d(?:\s?[-–/]\s?(?:20)?\d\d)?\D{0,6}$|^(?:läsåret\s|säsongen\s)?\d\d\/\d\d$|^(?:avtals)?år \d$/i.test(cell.trim());

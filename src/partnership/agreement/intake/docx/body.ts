import { isItemLabel } from '../layout/label.ts';
import { ListDepth } from '../layout/list-depth.ts';
import type { Cell, Piece } from '../layout/piece.ts';
import type { Labels } from './labels.ts';
import { readInline, type RunContext } from './runs.ts';
import { outlineLevel, type Styles } from './styles.ts';
import { child, type Element, numberOf, valueOf } from './xml.ts';

/** What reading a body needs to know of the rest of the document. */
export interface BodyContext extends Omit<RunContext, 'isStyleEmphasised'> {
  styles: Styles;
  labels: Labels;
  sawOutsideContent: () => void;
}

/** The pieces of a document's body, a table's cell, a text box or a note, in the order they are read. */
export class Body {
  readonly #context: BodyContext;
  readonly #depth = new ListDepth();
  /** Words of a paragraph whose end was deleted: they belong to the next one. */
  #carried = '';

  constructor(context: BodyContext) {
    this.#context = context;
  }

  pieces(parent: Element): Piece[] {
    const pieces: Piece[] = [];
    this.#readInto(pieces, parent);
    return pieces;
  }

  #readInto(pieces: Piece[], parent: Element): void {
    for (const element of parent.children) {
      if (element.name === 'p') this.#paragraph(pieces, element);
      else if (element.name === 'tbl') pieces.push({ kind: 'table', rows: this.#rows(element) });
      else if (element.name === 'altChunk') this.#context.sawOutsideContent();
      else if (element.name === 'del' || element.name === 'moveFrom') this.#context.sawChange();
      else if (element.name !== 'sectPr' && element.name !== 'sdtPr' && element.name !== 'Fallback') this.#readInto(pieces, element);
    }
  }

  #paragraph(pieces: Piece[], element: Element): void {
    const properties = child(element, 'pPr');
    const styleId = valueOf(properties, 'pStyle');
    const style = this.#context.styles.paragraph(styleId);
    if (style.isContents) return;
    const isLarge = style.size !== null && style.size >= this.#context.styles.size * 1.25;
    const inline = readInline(element, { ...this.#context, isStyleEmphasised: style.isBold || isLarge });
    const text = this.#carried + inline.text;
    this.#carried = '';
    if (isEndDeleted(properties)) this.#carried = text;
    else {
      const label = this.#label(properties, styleId);
      if (text.trim() !== '') {
        const isEmphasised = isWholly(inline.emphasised, text);
        pieces.push(this.#piece(text, label, outlineLevel(properties) ?? style.headingLevel, isEmphasised));
      }
    }
    for (const box of inline.boxes) this.#readInto(pieces, box);
  }

  #piece(text: string, label: { text: string; level: number } | null, headingLevel: number | null, isEmphasised: boolean): Piece {
    if (headingLevel !== null && text.trim().length <= 300) {
      this.#depth.end();
      return { kind: 'heading', level: headingLevel, label: label?.text ?? null, text };
    }
    if (label === null) return { kind: 'paragraph', label: null, text, isEmphasised };
    if (isItemLabel(label.text)) return { kind: 'item', label: label.text, depth: this.#depth.at(label.level), text };
    this.#depth.end();
    return { kind: 'paragraph', label: label.text, text, isEmphasised };
  }

  /** Asked for an empty paragraph too, as Word counts those. */
  #label(properties: Element | null, styleId: string | null): { text: string; level: number } | null {
    const own = child(properties, 'numPr');
    const style = this.#context.styles.paragraph(styleId);
    const numId = valueOf(own, 'numId') ?? style.numId;
    if (numId === null || numId === '0') return null;
    const byStyle = styleId === null ? null : this.#context.labels.levelOfStyle(numId, styleId);
    const level = numberOf(own, 'ilvl') ?? byStyle ?? style.listLevel ?? 0;
    const text = this.#context.labels.next(numId, level);
    return text === null ? null : { text, level };
  }

  #rows(table: Element): Cell[][] {
    return rowsOf(table).map((row) => {
      const before = numberOf(child(row, 'trPr'), 'gridBefore') ?? 0;
      return [...emptyCells(before), ...cellsOf(row).flatMap((cell) => this.#cell(cell))];
    });
  }

  /** A cell that spans columns is followed by empty ones; one that goes on from the row above is empty. */
  #cell(cell: Element): Cell[] {
    const properties = child(cell, 'tcPr');
    const span = numberOf(properties, 'gridSpan') ?? 1;
    const merge = child(properties, 'vMerge');
    const goesOn = merge !== null && merge.attributes.val !== 'restart';
    const body = new Body(this.#context);
    return [goesOn ? [] : body.pieces(cell).filter((piece) => piece.kind === 'table' || piece.text.trim() !== ''), ...emptyCells(span - 1)];
  }
}

const isEndDeleted = (properties: Element | null): boolean => child(child(properties, 'rPr'), 'del') !== null;

const isWholly = (emphasised: number, text: string): boolean => emphasised > 0 && emphasised >= text.replace(/\s/g, '').length;


/** Rows also stand inside content controls and inside marks for inserted text; rows that were deleted are left out. */
function rowsOf(table: Element): Element[] {
  return table.children.flatMap((each) => {
    if (each.name === 'tr') return child(child(each, 'trPr'), 'del') ? [] : [each];
    return ['sdt', 'sdtContent', 'ins', 'customXml'].includes(each.name) ? rowsOf(each) : [];
  });
}

const cellsOf = (row: Element): Element[] =>
  row.children.flatMap((each) => (each.name === 'tc' ? [each] : ['sdt', 'sdtContent', 'customXml'].includes(each.name) ? cellsOf(each) : []));

const emptyCells = (count: number): Cell[] => Array.from({ length: Math.min(Math.max(count, 0), 63) }, () => []);


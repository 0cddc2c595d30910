import type { Styles } from './styles.ts';
import { child, type Element, numberOf, switchOf, valueOf } from './xml.ts';

/** What a paragraph holds: its words, what stands in text boxes anchored in it, and what was met on the way. */
export interface Inline {
  text: string;
  /** Characters, not counting space, that are bold or clearly larger than usual. */
  emphasised: number;
  /** The `txbxContent` of text boxes. */
  boxes: Element[];
}

/** What runs need to know of the document and tell it. */
export interface RunContext {
  styles: Styles;
  /** True where the paragraph's own style is bold or large. */
  isStyleEmphasised: boolean;
  /** The mark of a note in the text, such as "[^1]". */
  noteMark: (kind: 'footnote' | 'endnote', id: string) => string;
  sawChange: () => void;
}

/** What people deleted or moved away, what fields are computed from, and what is drawn a second time for old programs. */
const LEFT_OUT = new Set(['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'Fallback', 'pPr', 'rPr', 'sdtPr', 'annotationRef', 'rt']);
const INSERTED = new Set(['ins', 'moveTo']);

const CHARACTERS: Record<string, string> = { tab: '\t', ptab: '\t', br: '\n', cr: '\n', noBreakHyphen: '\u2011', softHyphen: '' };

/** Reads everything inside a paragraph, in the order it is shown. */
export function readInline(paragraph: Element, context: RunContext): Inline {
  const inline: Inline = { text: '', emphasised: 0, boxes: [] };
  readInto(inline, paragraph, context, false);
  return inline;
}

function readInto(inline: Inline, parent: Element, context: RunContext, isEmphasised: boolean): void {
  for (const element of parent.children) {
    if (LEFT_OUT.has(element.name)) {
      if (element.name === 'del' || element.name === 'moveFrom') context.sawChange();
      continue;
    }
    if (INSERTED.has(element.name)) context.sawChange();
    if (element.name === 'txbxContent') inline.boxes.push(element);
    else if (element.name === 'r') {
      const properties = child(element, 'rPr');
      if (switchOf(properties, 'vanish') !== true) readInto(inline, element, context, isRunEmphasised(properties, context));
    } else if (element.children.length > 0) readInto(inline, element, context, isEmphasised);
    else add(inline, characters(element, context), isEmphasised);
  }
}

function add(inline: Inline, text: string, isEmphasised: boolean): void {
  inline.text += text;
  if (isEmphasised) inline.emphasised += text.replace(/\s/g, '').length;
}

function characters(element: Element, context: RunContext): string {
  switch (element.name) {
    case 't':
      return element.text;
    case 'sym':
      return symbol(element.attributes.char ?? '');
    case 'footnoteReference':
    case 'endnoteReference':
      return context.noteMark(element.name === 'footnoteReference' ? 'footnote' : 'endnote', element.attributes.id ?? '');
    default:
      return CHARACTERS[element.name] ?? '';
  }
}

function isRunEmphasised(properties: Element | null, { styles, isStyleEmphasised }: RunContext): boolean {
  const size = numberOf(properties, 'sz');
  if (size !== null && size >= styles.size * 1.25) return true;
  return switchOf(properties, 'b') ?? (styles.isBoldCharacter(valueOf(properties, 'rStyle')) || isStyleEmphasised);
}

/** Signs from symbol fonts that carry meaning in an agreement: boxes to tick, bullets, arrows. */
const SYMBOLS: Record<string, string> = { A8: '☐', '6F': '☐', A3: '☐', FE: '☒', FD: '☒', '78': '☒', FC: '✓', B7: '•', A7: '•', E0: '→' };

const symbol = (code: string): string => SYMBOLS[code.toUpperCase().replace(/^F0(?=..$)/, '')] ?? '';

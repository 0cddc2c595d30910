import { child, childrenOf, type Element, numberOf, switchOf, valueOf } from './xml.ts';

/** What a paragraph style says, with what it takes over from the style it is based on. Null is "not said". */
interface ParagraphStyle {
  /** 0 for the title, 1 to 9 for headings, null for other text. */
  headingLevel: number | null;
  isContents: boolean;
  isBold: boolean;
  /** Half points, or null for the document's usual size. */
  size: number | null;
  numId: string | null;
  listLevel: number | null;
}

export interface Styles {
  paragraph: (id: string | null) => ParagraphStyle;
  isBoldCharacter: (id: string | null) => boolean;
  /** The `numId` that a list style names. */
  listOfStyle: (id: string) => string | null;
  /** The usual size in half points. */
  size: number;
}

const PLAIN: ParagraphStyle = { headingLevel: null, isContents: false, isBold: false, size: null, numId: null, listLevel: null };

/** Reads `styles.xml`; a document without it has only plain text. */
export function readStyles(root: Element | null): Styles {
  const byId = new Map(childrenOf(root, 'style').map((style) => [style.attributes.styleId ?? '', style]));
  const standard = childrenOf(root, 'style').find((style) => style.attributes.type === 'paragraph' && style.attributes.default === '1');
  const known = new Map<string, ParagraphStyle>();

  const paragraph = (id: string | null, hops = 0): ParagraphStyle => {
    const style = id === null ? standard : byId.get(id);
    if (!style || hops > 20) return PLAIN;
    const key = style.attributes.styleId ?? '';
    const seen = known.get(key);
    if (seen) return seen;
    const base = valueOf(style, 'basedOn');
    const made = paragraphStyle(style, base && base !== key ? paragraph(base, hops + 1) : PLAIN);
    known.set(key, made);
    return made;
  };

  const defaults = child(child(child(root, 'docDefaults'), 'rPrDefault'), 'rPr');
  return {
    paragraph: (id) => paragraph(id !== null && byId.has(id) ? id : null),
    isBoldCharacter: (id) => id !== null && switchOf(child(byId.get(id), 'rPr'), 'b') === true,
    listOfStyle: (id) => valueOf(child(child(byId.get(id), 'pPr'), 'numPr'), 'numId'),
    size: paragraph(null).size ?? numberOf(defaults, 'sz') ?? 20,
  };
}

function paragraphStyle(style: Element, base: ParagraphStyle): ParagraphStyle {
  const name = (valueOf(style, 'name') ?? '').toLowerCase();
  const paragraph = child(style, 'pPr');
  const run = child(style, 'rPr');
  const numbering = child(paragraph, 'numPr');
  return {
    headingLevel: levelByName(name) ?? outlineLevel(paragraph) ?? base.headingLevel,
    isContents: /^(?:toc \d|table of contents|innehåll \d)/.test(name) || base.isContents,
    isBold: switchOf(run, 'b') ?? base.isBold,
    size: numberOf(run, 'sz') ?? base.size,
    numId: valueOf(numbering, 'numId') ?? base.numId,
    listLevel: numberOf(numbering, 'ilvl') ?? base.listLevel,
  };
}

/** Word keeps the English names of its own styles in every language; LibreOffice and others may not. */
function levelByName(name: string): number | null {
  if (/^(?:title|rubrik|titel)$/.test(name)) return 0;
  const found = /^(?:heading|rubrik) ([1-9])$/.exec(name);
  return found ? Number(found[1]) : null;
}

/** An outline level makes a heading of any paragraph; 9 is body text. */
export function outlineLevel(properties: Element | null): number | null {
  const level = numberOf(properties, 'outlineLvl');
  return level === null || level > 8 ? null : level + 1;
}

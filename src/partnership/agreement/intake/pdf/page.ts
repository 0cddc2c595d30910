import type { PDFDocumentProxy, PDFPageProxy } from 'unpdf/pdfjs';

/** A run of characters where it stands on the page. Measures are points; `y` is the baseline, counted downwards. */
export interface Word {
  text: string;
  x: number;
  y: number;
  width: number;
  size: number;
  isBold: boolean;
  /** True when space stood before it in the content itself. */
  isSpaced: boolean;
  /** What ties it to the structure tree. */
  mark: string | null;
  /** The tag of its marked content, which some programs fill with the name of the style. */
  tag: string | null;
  /** Set apart by the file itself as header, footer or decoration. */
  isArtifact: boolean;
}

export interface Page {
  number: number;
  words: Word[];
  /** The root of the page's structure, or null. */
  tree: StructureNode | null;
}

/** A node of the structure tree: an element with a role, or a piece of marked content. */
export interface StructureNode {
  role?: string;
  children?: StructureNode[];
  type?: string;
  id?: string;
}

/** Reads one page. `fonts` remembers which fonts are bold, from page to page. */
export async function readPage(document: PDFDocumentProxy, number: number, fonts: Map<string, boolean>): Promise<Page> {
  const page = await document.getPage(number);
  const content = await page.getTextContent({ includeMarkedContent: true });
  await learnFonts(page, Object.keys(content.styles), fonts);
  const tree = (await page.getStructTree()) as StructureNode | null;
  const words = wordsOf(content.items as Item[], page.getViewport({ scale: 1 }).transform, fonts);
  page.cleanup();
  return { number, words, tree };
}

/** A font's own name is known only once the page's drawing has been read; that is done once for each font. */
async function learnFonts(page: PDFPageProxy, names: string[], fonts: Map<string, boolean>): Promise<void> {
  if (names.every((name) => fonts.has(name))) return;
  await page.getOperatorList();
  for (const name of names) {
    const font = page.commonObjs.has(name) ? (page.commonObjs.get(name) as { name?: string }) : null;
    fonts.set(name, /bold|black|heavy|semibold|demi|-bd\b/i.test(font?.name ?? ''));
  }
}

interface Item {
  type?: string;
  id?: string;
  tag?: string;
  str: string;
  width: number;
  transform: number[];
  fontName: string;
  hasEOL: boolean;
}

function wordsOf(items: Item[], view: number[], fonts: Map<string, boolean>): Word[] {
  const words: Word[] = [];
  const open: { id: string | null; tag: string | null }[] = [];
  const drawn = new Set<string>();
  let isSpaced = false;
  for (const item of items) {
    if (item.type === 'beginMarkedContent' || item.type === 'beginMarkedContentProps') open.push({ id: item.id ?? null, tag: item.tag ?? null });
    else if (item.type === 'endMarkedContent') open.pop();
    else if (item.str.trim() === '') isSpaced ||= item.str !== '' || item.hasEOL;
    else {
      const word = placed(item, view);
      const key = `${word.text} ${Math.round(word.x)} ${Math.round(word.y)}`;
      // Letters drawn twice, a hair apart, are how some programs make bold.
      if (drawn.has(key)) continue;
      drawn.add(key);
      const marked = open.findLast((each) => each.id !== null);
      words.push({ ...word, isBold: fonts.get(item.fontName) ?? false, isSpaced, mark: marked?.id ?? null, tag: marked?.tag ?? null, isArtifact: open.some((each) => each.tag === 'Artifact') });
      isSpaced = item.hasEOL;
    }
  }
  return words;
}

/** Where the item stands once the page is turned the way it is shown. */
function placed(item: Item, view: number[]): Pick<Word, 'text' | 'x' | 'y' | 'width' | 'size'> {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = item.transform;
  const [va = 1, vb = 0, vc = 0, vd = -1, ve = 0, vf = 0] = view;
  return {
    text: item.str,
    x: va * e + vc * f + ve,
    y: vb * e + vd * f + vf,
    width: item.width,
    size: Math.hypot(c, d) || Math.hypot(a, b),
  };
}

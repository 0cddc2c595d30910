import { isItemLabel, withoutLabel, writtenLabel, isLabel } from '../layout/label.ts';
import type { Cell, Piece } from '../layout/piece.ts';
import { LIMITS } from '../limits.ts';
import { type Flow, flow } from './flow.ts';
import { lettersOn } from './untagged.ts';
import type { Page, StructureNode, Word } from './page.ts';
import type { TypeSizes } from './type-size.ts';

/** Elements that only hold others together. */
const BLOCKS = /^(?:Root|Document|DocumentFragment|Part|Art|Sect|Div|Aside|BlockQuote|NonStruct|Private|THead|TBody|TFoot|Index|L|LI|LBody|Table|TR|P|H[1-6]?|Title|Caption|Form|FENote|Note)$/;

/** True where the tags tell headings, lists or tables; some programs tag everything as paragraphs, which tells nothing. */
export const tellsStructure = (page: Page): boolean => page.tree !== null && (has(page.tree, /^(?:H[1-6]?|Title|LI|TR)$/, 0) || page.words.some((word) => styleLevel(word.tag) !== null));

/** True where nearly all of the page's text, decoration aside, hangs in the tree: then the tree can be trusted with the page. */
export function coversPage(page: Page): boolean {
  if (!page.tree) return false;
  const marks = new Set<string>();
  collectMarks(page.tree, marks, 0);
  const shown = page.words.filter((word) => !word.isArtifact);
  return lettersOn(shown.filter((word) => word.mark !== null && marks.has(word.mark))) >= 0.9 * lettersOn(shown);
}

/** The page as the structure tree tells it. Headers and footers are marked as decoration and left out. */
export function taggedPieces(page: Page, sizes: TypeSizes): Piece[] {
  const byMark = Map.groupBy(page.words.filter((word) => word.mark !== null), (word) => word.mark!);
  const edge = Math.max(0, ...page.words.slice(0, 20_000).map((word) => word.x + word.width));
  const pieces: Piece[] = [];
  new Walk(byMark, edge, sizes, page.number).into(pieces, page.tree!, 0, 0);
  return pieces;
}

class Walk {
  readonly #byMark: Map<string, Word[]>;
  readonly #edge: number;
  readonly #sizes: TypeSizes;
  readonly #page: number;

  constructor(byMark: Map<string, Word[]>, edge: number, sizes: TypeSizes, page: number) {
    this.#byMark = byMark;
    this.#edge = edge;
    this.#sizes = sizes;
    this.#page = page;
  }

  /** `list` is the number of lists the node stands in, `depth` the number of elements. */
  into(pieces: Piece[], node: StructureNode, list: number, depth: number): void {
    if (depth > LIMITS.depth) return;
    const role = node.role ?? '';
    if (/^TOCI?$/.test(role)) return;
    if (role === 'Table') pieces.push({ kind: 'table', rows: this.#rows(node, depth) });
    else if (role === 'LI') this.#item(pieces, node, list, depth);
    else this.#inlineAndBlocks(pieces, node, role, role === 'L' ? list + 1 : list, depth);
  }

  /** Runs of inline children become one paragraph; blocks among them are walked into. */
  #inlineAndBlocks(pieces: Piece[], node: StructureNode, role: string, list: number, depth: number): void {
    let run: Word[] = [];
    const close = () => {
      if (run.length > 0) this.#push(pieces, flow(run, this.#edge), role);
      run = [];
    };
    for (const child of node.children ?? []) {
      if (child.role !== undefined && (BLOCKS.test(child.role) || /^TOCI?$/.test(child.role) || holdsBlocks(child, 0))) {
        close();
        this.into(pieces, child, list, depth + 1);
      } else run = run.concat(this.#words(child, 0));
    }
    close();
  }

  #push(pieces: Piece[], found: Flow, role: string): void {
    if (found.text === '') return;
    const level = this.#headingLevel(found, role);
    const isEmphasised = found.isBold || (found.size >= this.#sizes.body * 1.15 && found.text.length <= 150);
    if (level === null) pieces.push({ kind: 'paragraph', label: null, text: found.text, isEmphasised });
    else pieces.push({ kind: 'heading', level, label: null, text: found.text });
  }

  #headingLevel(found: Flow, role: string): number | null {
    if (found.text.length > 300) return null;
    const heading = /^H([1-6])$/.exec(role);
    if (heading) return Number(heading[1]);
    if (role === 'H') return 1;
    if (role === 'Title') return 0;
    const byStyle = styleLevel(found.tag);
    if (byStyle !== null) return byStyle;
    return role === 'P' && this.#page === 1 && found.size >= this.#sizes.body * 1.6 && found.text.length <= 150 ? 0 : null;
  }

  /** A list item: its label from the tag for labels, else from its own first word. */
  #item(pieces: Piece[], node: StructureNode, list: number, depth: number): void {
    const label = flow((node.children ?? []).filter((child) => child.role === 'Lbl').flatMap((child) => this.#words(child, 0)), this.#edge).text;
    const inside: Piece[] = [];
    for (const child of node.children ?? []) if (child.role !== 'Lbl') this.into(inside, { role: 'LBody', children: [child] }, list, depth + 1);
    const [first, ...rest] = inside;
    if (!first) return;
    pieces.push(first.kind === 'paragraph' ? this.#labelled(first.text, label, list, first.isEmphasised) : first, ...rest);
  }

  #labelled(text: string, tagged: string, list: number, isEmphasised: boolean): Piece {
    const found = tagged === '' ? withoutLabel(text) : { label: isLabel(tagged) || tagged.length > 2 ? writtenLabel(tagged) : '-', text };
    if (found.label === null) return { kind: 'paragraph', label: null, text, isEmphasised: false };
    if (!isItemLabel(found.label)) return { kind: 'paragraph', label: found.label, text: found.text, isEmphasised };
    return { kind: 'item', label: found.label, depth: Math.max(0, list - 1), text: found.text };
  }

  #rows(node: StructureNode, depth: number): Cell[][] {
    return (node.children ?? []).flatMap((child) => {
      if (child.role === 'TR') return [(child.children ?? []).map((cell) => this.#cell(cell, depth + 2))];
      return depth < LIMITS.depth && child.children ? this.#rows(child, depth + 1) : [];
    });
  }

  #cell(node: StructureNode, depth: number): Cell {
    const pieces: Piece[] = [];
    this.#inlineAndBlocks(pieces, node, 'TD', 0, depth);
    return pieces;
  }

  #words(node: StructureNode, depth: number): Word[] {
    if (depth > LIMITS.depth) return [];
    if (node.type === 'content') return this.#byMark.get(node.id ?? '') ?? [];
    return (node.children ?? []).flatMap((child) => this.#words(child, depth + 1));
  }
}

/** LibreOffice writes the style's name as the tag of the content. */
function styleLevel(tag: string | null): number | null {
  if (tag === 'Title' || tag === 'Rubrik') return 0;
  const found = /^(?:Heading|Rubrik)[ _]?([1-6])$/.exec(tag ?? '');
  return found ? Number(found[1]) : null;
}

function has(node: StructureNode, role: RegExp, depth: number): boolean {
  return depth < LIMITS.depth && (role.test(node.role ?? '') || (node.children ?? []).some((child) => has(child, role, depth + 1)));
}

const holdsBlocks = (node: StructureNode, depth: number): boolean =>
  depth < LIMITS.depth && (node.children ?? []).some((child) => (child.role !== undefined && BLOCKS.test(child.role)) || holdsBlocks(child, depth + 1));

function collectMarks(node: StructureNode, marks: Set<string>, depth: number): void {
  if (node.type === 'content' && node.id) marks.add(node.id);
  if (depth < LIMITS.depth) for (const child of node.children ?? []) collectMarks(child, marks, depth + 1);
}

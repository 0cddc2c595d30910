import type { Block, BlockKind, Line } from '../document.ts';
import type { Label } from './labels.ts';
import type { Piece } from './pieces.ts';

/** Gathers a block's words from its lines, one character and its place in the original at a time. */
export class BlockWriter {
  readonly #kind: BlockKind;
  readonly #first: Piece;
  readonly #letters: string[] = [];
  readonly #offsets: number[] = [];
  readonly lines: Line[] = [];

  constructor(kind: BlockKind, first: Piece) {
    this.#kind = kind;
    this.#first = first;
    this.add(first);
  }

  get last(): string {
    return this.lines.at(-1)!.text;
  }

  /** Adds a line: with a space between, or none where a word was divided at the line's end. */
  add(piece: Piece): void {
    const { text, start, end, number } = piece.line;
    if (this.lines.length > 0) this.#joinTo(text);
    this.lines.push({ text, start, end, number });
    if (piece.kind === 'row') {
      piece.cells.forEach(([from, to], i) => {
        if (i > 0) this.#push('\t', start + Math.max(0, piece.cells[i - 1]![1] - (from === text.length ? 1 : 0)));
        this.#write(text.slice(from, to), start + from);
      });
    } else {
      const from = this.lines.length === 1 ? (piece.label?.textAt ?? 0) : 0;
      this.#write(text.slice(from), start + from);
    }
  }

  block(section: number, level: number): Block {
    const first = this.lines[0]!;
    const last = this.lines.at(-1)!;
    while (this.#letters.at(-1) === ' ') this.#drop();
    if (this.#kind === 'heading' && this.#letters.at(-1) === ':') this.#drop();
    return {
      kind: this.#kind,
      text: this.#letters.join(''),
      offsets: [...this.#offsets, (this.#offsets.at(-1) ?? first.end - 1) + 1],
      label: ownLabel(this.#first.label),
      level,
      section,
      lines: this.lines,
      span: { start: first.start, end: last.end, line: first.number },
    };
  }

  #joinTo(next: string): void {
    const before = this.#letters.at(-1);
    const isDivided = before === '-' && /\p{L}/u.test(this.#letters.at(-2) ?? '');
    if (before === '\u00ad') return this.#drop();
    if (isDivided && /^\p{Ll}/u.test(next) && !/^(?:och|eller|samt|respektive|resp)\b/.test(next)) return this.#drop();
    if (isDivided && /^\p{Lu}/u.test(next)) return;
    this.#push(' ', this.lines.at(-1)!.end - 1);
  }

  /** Writes words without Markdown's marks for bold, italics and links, every run of space as one. */
  #write(text: string, start: number): void {
    const skip = marksIn(text);
    let next = 0;
    for (let i = 0; i < text.length; i += 1) {
      if (next < skip.length && i === skip[next]![0]) {
        i = skip[next]![1] - 1;
        next += 1;
        continue;
      }
      const letter = text[i]!;
      if (letter === '\u00ad' && i + 1 < text.length) continue;
      if (letter === '\u200b' || letter === '\ufeff') continue;
      if (letter.trim() === '') {
        if (this.#letters.length > 0 && this.#letters.at(-1) !== ' ' && this.#letters.at(-1) !== '\t') this.#push(' ', start + i);
      } else this.#push(letter, start + i);
    }
  }

  #push(letter: string, offset: number): void {
    this.#letters.push(letter);
    this.#offsets.push(offset);
  }

  #drop(): void {
    this.#letters.pop();
    this.#offsets.pop();
  }
}

const MARKS =
  /\*\*|(?<!_)__(?=[^_\s])|(?<=[^_\s])__(?!_)|(?<![\p{L}\d*_])[*_](?=\p{L})|(?<=[\p{L}.)])[*_](?![\p{L}\d_*])|\\(?=[-.*_[\]()#|])|\[(?=[^[\]]{1,200}\]\([^()\s]{1,300}\))|(?<=\[[^[\]]{1,200})\]\(([^()\s]{1,300})\)/gu;

/** A word divided at the end of a line that was lost. */
const DIVIDED = /(?<=\p{Ll}{2})- (?=\p{Ll}{2})(?!(?:och|eller|samt|respektive|resp|till|men|som|är|i|på)(?!\p{L}))/gu;

/** Ranges of a line that are marks, not words: `**`, `*` around words, a link's brackets and address, a backslash before a sign. */
function marksIn(text: string): [number, number][] {
  const marks: [number, number][] = text.includes('- ') ? [...text.matchAll(DIVIDED)].map(({ index }) => [index, index + 2]) : [];
  if (!/[*_\\\]]/.test(text)) return marks;
  for (const found of text.matchAll(MARKS)) {
    const end = found.index + found[0].length;
    const isAddress = found[1]?.includes('@') && !/@[^[\]]{0,200}$/.test(text.slice(Math.max(0, found.index - 200), found.index));
    if (!isAddress) marks.push([found.index, end]);
    else {
      marks.push([found.index, found.index + 1]);
      if (found[1]!.startsWith('mailto:')) marks.push([found.index + 2, found.index + 9]);
    }
  }
  return marks;
}

/** What the block was numbered or marked with; Markdown's own mark for a heading says nothing to a reader. */
const ownLabel = (label: Label | null): string | null => (label && !label.label.startsWith('#') ? label.label : null);

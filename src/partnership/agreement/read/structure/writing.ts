import type { Block, BlockKind, Line, Run } from '../document.ts';
import { matchesIn } from '../lex/matches.ts';
import type { Label } from './labels.ts';
import type { Piece } from './pieces.ts';

/** Gathers a block's words from its lines, run by run, each run with its place in the original. */
export class BlockWriter {
  readonly #kind: BlockKind;
  readonly #first: Piece;
  readonly #runs: { words: string; start: number }[] = [];
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
    while (this.#letter(1) === ' ') this.#drop();
    if (this.#kind === 'heading' && this.#letter(1) === ':') this.#drop();
    const text = this.#runs.map(({ words }) => words).join('');
    return {
      kind: this.#kind,
      text,
      runs: this.#placed(first.end),
      label: ownLabel(this.#first.label),
      level,
      section,
      place: 0,
      lines: this.lines,
      span: { start: first.start, end: last.end, line: first.number },
      sentences: null,
    };
  }

  #placed(ofNothing: number): Run[] {
    if (this.#runs.length === 0) return [{ at: 0, start: ofNothing }];
    let at = 0;
    return this.#runs.map(({ words, start }) => {
      const run = { at, start };
      at += words.length;
      return run;
    });
  }

  #joinTo(next: string): void {
    const before = this.#letter(1);
    const isDivided = before === '-' && /\p{L}/u.test(this.#letter(2));
    if (before === '\u00ad') return this.#drop();
    if (isDivided && /^\p{Ll}/u.test(next) && !/^(?:och|eller|samt|respektive|resp)\b/.test(next)) return this.#drop();
    if (isDivided && /^\p{Lu}/u.test(next)) return;
    this.#push(' ', this.lines.at(-1)!.end - 1);
  }

  /** Writes words without Markdown's marks for bold, italics and links, every run of space as one. */
  #write(text: string, start: number): void {
    const skip = marksIn(text);
    let from = 0;
    for (const [at, end] of skip) {
      if (at < from) continue;
      this.#writeWords(text.slice(from, at), start + from, false);
      from = end;
    }
    this.#writeWords(text.slice(from), start + from, true);
  }

  #writeWords(text: string, start: number, isLast: boolean): void {
    if (!text.startsWith(' ') && !text.endsWith(' ') && !UNEVEN.test(text)) {
      if (text !== '') this.#push(text, start);
      return;
    }
    for (const found of matchesIn(RUNS, text)) {
      const run = found[0];
      const at = found.index;
      if (run.trim() === '') {
        if (!/^[ \t]?$/.test(this.#letter(1))) this.#push(' ', start + at);
      } else if (run !== '\u00ad' || (isLast && at + 1 === text.length)) this.#push(run, start + at);
    }
  }

  #push(words: string, start: number): void {
    this.#runs.push({ words, start });
  }

  /** The last letter, or the one before it; empty where there is none. */
  #letter(fromEnd: 1 | 2): string {
    const last = this.#runs.at(-1)?.words ?? '';
    return last.at(-fromEnd) ?? (fromEnd === 2 && last.length === 1 ? this.#runs.at(-2)?.words.at(-1) : undefined) ?? '';
  }

  #drop(): void {
    const last = this.#runs.at(-1)!;
    if (last.words.length > 1) last.words = last.words.slice(0, -1);
    else this.#runs.pop();
  }
}

/** Words with single spaces between them, a run of other space, or a soft hyphen; what has no width is in none. */
const RUNS = /[^\s\u00ad\u200b\ufeff]+(?: [^\s\u00ad\u200b\ufeff]+)*|\s+|\u00ad/g;

/** Where none of these stands, the words are one run. */
const UNEVEN = / {2}|[^\S ]|[\u00ad\u200b]/;

const MARKS =
  /\*\*|(?<!_)__(?=[^_\s])|(?<=[^_\s])__(?!_)|(?<![\p{L}\d*_])[*_](?=\p{L})|(?<=[\p{L}.)])[*_](?![\p{L}\d_*])|\\(?=[-.*_[\]()#|])|\[(?=[^[\]]{1,200}\]\([^()\s]{1,300}\))|(?<=\[[^[\]]{1,200})\]\(([^()\s]{1,300})\)/gu;

/** A word divided at the end of a line that was lost. */
const DIVIDED = /(?<=\p{Ll}{2})- (?=\p{Ll}{2})(?!(?:och|eller|samt|respektive|resp|till|men|som|är|i|på)(?!\p{L}))/gu;

/** Ranges of a line that are marks, not words: `**`, `*` around words, a link's brackets and address, a backslash before a sign. */
function marksIn(text: string): [number, number][] {
  const marks: [number, number][] = text.includes('- ') ? matchesIn(DIVIDED, text).map(({ index }) => [index, index + 2]) : [];
  if (!/[*_\\\]]/.test(text)) return marks;
  for (const found of matchesIn(MARKS, text)) {
    const end = found.index + found[0].length;
    const isAddress = found[1]?.includes('@') && !/@[^[\]]{0,200}$/.test(text.slice(Math.max(0, found.index - 200), found.index));
    if (!isAddress) marks.push([found.index, end]);
    else {
      marks.push([found.index, found.index + 1]);
      if (found[1]!.startsWith('mailto:')) marks.push([found.index + 2, found.index + 9]);
    }
  }
  return marks.sort((a, b) => a[0] - b[0]);
}

/** What the block was numbered or marked with; Markdown's own mark for a heading says nothing to a reader. */
const ownLabel = (label: Label | null): string | null => (label && !label.label.startsWith('#') ? label.label : null);

import type { Certainty } from '#pure/agreement';
import type { Terminal } from '../terminal.ts';

/** One fact on the sheet: its line in the agreement, what is said in short, and the rest. */
export interface Row {
  line: number;
  certainty?: Certainty;
  /** Stands in a column of its own: a date, a sum, a name. */
  lead?: string;
  text: string;
}

const GUTTER = 7;
const WIDEST_LEAD = 34;

/** A sheet of facts under headings: line numbers in the margin, text wrapped to the width of the terminal. */
export class Sheet {
  readonly #terminal: Terminal;
  readonly #lines: string[] = [];

  constructor(terminal: Terminal) {
    this.#terminal = terminal;
  }

  title(text: string, under: string): void {
    for (const line of wrapped(text, this.#terminal.width)) this.#lines.push(this.#terminal.ink('bold', line));
    this.#lines.push(this.#terminal.ink('dim', under));
  }

  /** A heading with its rows; nothing at all where there are none. */
  section(heading: string, rows: Row[]): void {
    if (rows.length === 0) return;
    this.#lines.push('', this.#terminal.ink('bold', heading));
    this.rows(rows);
  }

  /** A smaller heading inside a section. */
  group(heading: string, rows: Row[]): void {
    if (rows.length === 0) return;
    this.#lines.push(`${' '.repeat(GUTTER)}${this.#terminal.ink('underline', heading)}`);
    this.rows(rows);
  }

  rows(rows: Row[]): void {
    const lead = Math.min(WIDEST_LEAD, Math.max(0, ...rows.map((row) => row.lead?.length ?? 0)));
    for (const row of rows) this.#row(row, lead);
  }

  plain(text: string): void {
    this.#lines.push('', text);
  }

  toString(): string {
    return this.#lines.join('\n');
  }

  #row({ line, certainty = 'certain', lead = '', text }: Row, width: number): void {
    const margin = `${String(line).padStart(GUTTER - 2)}${certainty === 'certain' ? ' ' : '?'} `;
    const isLong = lead.length > width;
    const column = width === 0 ? 0 : width + 2;
    const body = wrapped(text, this.#terminal.width - GUTTER - column);
    const first = isLong ? lead : `${lead.padEnd(column)}${body.shift() ?? ''}`;
    this.#lines.push(`${this.#terminal.ink('dim', margin)}${first}`.trimEnd());
    for (const more of body) this.#lines.push(`${' '.repeat(GUTTER + column)}${more}`);
  }
}

/** The text on lines of at most `width` columns, broken between words; a longer word has a line of its own. */
export function wrapped(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(/[^\S\u00a0\u202f]+/).filter(Boolean)) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  if (line !== '') lines.push(line);
  return lines;
}

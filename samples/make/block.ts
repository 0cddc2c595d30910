/** One piece of a paper, in the order a reader meets it. */
export type Block =
  | { kind: 'title'; text: string }
  | { kind: 'heading'; level: 1 | 2; text: string; numbered: boolean }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; mark: 'bullet' | 'letter'; items: string[] }
  | { kind: 'table'; rows: string[][] }
  | { kind: 'blank' };

/** A paper as its author wrote it: what stands on every page, and the text. */
export interface Paper {
  name: string;
  font: string;
  header: string | null;
  pageWord: string | null;
  blocks: Block[];
}

export const title = (text: string): Block => ({ kind: 'title', text });
/** A heading whose number the word processor counts out, so that the number is nowhere in the text. */
export const counted = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text, numbered: true });
/** A heading whose number, if any, the author typed. */
export const typed = (text: string, level: 1 | 2 = 1): Block => ({ kind: 'heading', level, text, numbered: false });
export const paragraph = (text: string): Block => ({ kind: 'paragraph', text });
/** Short lines that each stand alone: an address, a signature. */
export const lines = (...texts: string[]): Block[] => texts.map((text) => (text === '' ? { kind: 'blank' } : paragraph(text)));
export const bullets = (...items: string[]): Block => ({ kind: 'list', mark: 'bullet', items });
export const letters = (...items: string[]): Block => ({ kind: 'list', mark: 'letter', items });
export const table = (...rows: string[][]): Block => ({ kind: 'table', rows });

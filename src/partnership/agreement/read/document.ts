import type { TextSpan } from '#kernel/text-span.ts';

/**
 * An agreement's text as a reader sees it: sections of blocks, each block one heading, paragraph, list item or table row,
 * with broken lines joined, hyphenation mended and page furniture set aside. Every character of a block knows where it
 * stands in the original text, so that a fact found in a block can be shown in place.
 */
export interface AgreementDocument {
  /** The text exactly as it was read; all spans are offsets into it. */
  text: string;
  blocks: Block[];
  sections: Section[];
}

/** `furniture` is what a page repeats: headers, footers, page numbers. Readers pass it over. */
export type BlockKind = 'heading' | 'paragraph' | 'item' | 'row' | 'furniture';

export interface Block {
  kind: BlockKind;
  /** Joined, de-hyphenated, single-spaced, without its label, bullet and Markdown marks. Cells of a row are split by tabs. */
  text: string;
  /** The runs of letters that stand together in the original, in order: where each letter came from, in little room. */
  runs: Run[];
  /** The number or letter it was written with: "4.2", "a)", "§ 3", "•"; null when it had none. */
  label: string | null;
  /** Depth of a heading or list item, from 1. 0 for paragraphs and rows. */
  level: number;
  /** Index into `sections`. */
  section: number;
  /** Index into `blocks`. */
  place: number;
  /** Lines of the original it was made from, as they stood, trimmed: what a signature block or an address needs. */
  lines: Line[];
  span: TextSpan;
  /** Its sentences once they have been asked for; `sentencesOf` cuts them. */
  sentences: Sentence[] | null;
}

/** From `at` in the block's text, letters stand one after the other in the original from `start`. */
export interface Run {
  at: number;
  start: number;
}

/** One line of the original without its surrounding space. `number` is its 1-based number; `start` and `end` are offsets. */
export interface Line {
  text: string;
  start: number;
  end: number;
  number: number;
}

/** A heading and what follows until the next heading of any level. Section 0 is what stands before the first heading. */
export interface Section {
  heading: Block | null;
  /** The headings above it, outermost first. */
  parents: number[];
  blocks: Block[];
}

/** A sentence of a block, with its offset in `block.text`. */
export interface Sentence {
  block: Block;
  text: string;
  at: number;
}

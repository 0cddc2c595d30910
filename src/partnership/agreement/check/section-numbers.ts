import type { AgreementDocument, Block } from '../read/document.ts';
import { readableBlocks } from './passages.ts';

/** A heading with the number it was written with, "4.2" as [4, 2]. */
export interface NumberedHeading {
  block: Block;
  number: number[];
}

const AS_LABEL = /^§? ?(\d{1,2}(?:\.\d{1,2}){0,3})\.?(?: ?§)?$/;
const AS_TEXT = /^(?:§ ?)?(\d{1,2}(?:\.\d{1,2}){0,3})\.? (?=\p{Lu})/u;

/** Where there are chapters, the paragraphs of each are counted anew: "3 KAP.", then 1 § again. */
const CHAPTER = /^(?:\d{1,2} )?kap(?:\.|itel(?!\p{L}))/iu;

/** The headings that carry a number, in order. Years and long chains of numbers are not section numbers. */
export function numberedHeadings(doc: AgreementDocument): NumberedHeading[] {
  const headings = readableBlocks(doc).filter(({ kind }) => kind === 'heading');
  const inChapters = headings.some(({ text }) => CHAPTER.test(text));
  return headings
    .filter(({ label }) => !inChapters || !label?.includes('§'))
    .flatMap((block) => {
      const written = AS_LABEL.exec(block.label ?? '')?.[1] ?? AS_TEXT.exec(block.text)?.[1];
      return written ? [{ block, number: written.split('.').map(Number) }] : [];
    });
}

/** The numbered headings in runs that belong together: a first section 1 again, as in an annex, starts a new run. */
export function numberingRuns(doc: AgreementDocument): NumberedHeading[][] {
  const runs: NumberedHeading[][] = [[]];
  for (const heading of numberedHeadings(doc)) {
    const startsOver = heading.number.length === 1 && heading.number[0] === 1 && runs.at(-1)!.length > 0;
    if (startsOver) runs.push([]);
    runs.at(-1)!.push(heading);
  }
  return runs;
}

export const parentOf = (number: number[]): string => number.slice(0, -1).join('.');

import type { TextSpan } from '#kernel/text-span.ts';
import type { Block } from './document.ts';

/** Where `block.text.slice(from, to)` stands in the original text, without space at its ends. Both are clamped to the block. */
export function spanOf(block: Block, from = 0, to = block.text.length): TextSpan {
  let first = Math.min(Math.max(from, 0), block.text.length);
  let last = Math.min(Math.max(to, first), block.text.length);
  while (first < last && block.text[first]!.trim() === '') first += 1;
  while (last > first && block.text[last - 1]!.trim() === '') last -= 1;
  const start = originOf(block, first);
  const end = last > first ? originOf(block, last - 1) + 1 : start;
  return { start, end, line: lineOf(block, start) };
}

/** The 1-based line of the original that an offset inside the block stands on. */
function lineOf(block: Block, offset: number): number {
  let low = 0;
  let high = block.lines.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (block.lines[middle]!.start <= offset) low = middle;
    else high = middle - 1;
  }
  return block.lines[low]?.number ?? block.span.line;
}

/** Where in the original the letter at an offset of the block's text stands. */
function originOf({ runs }: Block, at: number): number {
  let low = 0;
  let high = runs.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (runs[middle]!.at <= at) low = middle;
    else high = middle - 1;
  }
  return runs[low]!.start + at - runs[low]!.at;
}

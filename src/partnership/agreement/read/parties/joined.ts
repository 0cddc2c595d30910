import type { TextSpan } from '#kernel/text-span.ts';
import type { Block } from '../document.ts';
import { spanOf } from '../span.ts';

/** Several blocks as one text, each place of it traceable to the original. */
export interface Joined {
  text: string;
  spanAt(from: number, to: number): TextSpan;
}

/** The blocks' words, a new line between each. */
export function joined(blocks: Block[]): Joined {
  const starts: number[] = [];
  let text = '';
  for (const block of blocks) {
    starts.push(text.length);
    text += `${block.text}\n`;
  }
  return {
    text,
    spanAt(from, to) {
      const at = Math.max(0, starts.findLastIndex((start) => start <= from));
      return spanOf(blocks[at]!, from - starts[at]!, to - starts[at]!);
    },
  };
}

import * as m from '#messages';
import { matchesIn } from '../read/lex/matches.ts';
import { spanOf } from '../read/span.ts';
import type { Block } from '../read/document.ts';
import type { Check } from './check.ts';
import { readableBlocks, wordEnd } from './passages.ts';

/** A bracket is opened and never closed, or closed and never opened. */
export const bracketNeverClosed: Check<{ words: string }> = {
  code: 'bracket-never-closed',
  severity: 'note',
  say: m.check_bracket_never_closed,
  find({ doc }) {
    const blocks = readableBlocks(doc);
    return blocks.flatMap((block, index) => {
      const at = strayBracket(block.text);
      if (at === null || closesNearby(at, blocks[index - 1], block, blocks[index + 1])) return [];
      const end = wordEnd(block.text, at, 30);
      return [{ span: spanOf(block, at, end), facts: { words: block.text.slice(at, end).trim() } }];
    });
  },
};

const BRACKET = /[()]/g;

/** Where the first bracket without its fellow stands. "a)", "1)" and ":)" are not brackets. */
function strayBracket(text: string): number | null {
  const open: number[] = [];
  for (const { 0: bracket, index } of matchesIn(BRACKET, text)) {
    if (bracket === '(') open.push(index);
    else if (open.length > 0) open.pop();
    else if (!/(?:^|[\s(])[\p{L}\d]{1,2}$|[:;]-?$/u.test(text.slice(Math.max(0, index - 3), index))) return index;
  }
  return open[0] ?? null;
}

/** A bracket may span two blocks, as when an item list stands inside it. */
function closesNearby(at: number, before: Block | undefined, block: Block, after: Block | undefined): boolean {
  const other = block.text[at] === '(' ? after : before;
  return other !== undefined && strayBracket(other.text) !== null && other.text[strayBracket(other.text)!] !== block.text[at];
}

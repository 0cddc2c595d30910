import * as m from '#messages';
import { matchesIn } from '../read/lex/matches.ts';
import { spanOf } from '../read/span.ts';
import type { Check } from './check.ts';
import { quote, readableBlocks, wordEnd } from './passages.ts';

/** A quotation mark without its fellow: it is not clear where the quoted words end. */
export const quotationNeverClosed: Check<{ words: string }> = {
  code: 'quotation-never-closed',
  severity: 'note',
  say: m.check_quotation_never_closed,
  find({ doc }) {
    const blocks = readableBlocks(doc);
    return blocks.flatMap((block, index) => {
      const marks = marksIn(block.text);
      const neighbours = [blocks[index - 1], blocks[index + 1]];
      const spansBlocks = neighbours.some((other) => other && marksIn(other.text).length % 2 === 1);
      if (marks.length % 2 === 0 || spansBlocks) return [];
      const at = marks.at(-1)!;
      return [{ span: spanOf(block, at, wordEnd(block.text, at, 30)), facts: { words: quote(block.text.slice(at), 30) } }];
    });
  },
};

/** Positions of double quotation marks; inches and seconds after a digit are none. */
const marksIn = (text: string): number[] => matchesIn(/(?<!\d)["”“„]|(?<=\d)["”“](?=[\s.,)])/gu, text).map(({ index }) => index);

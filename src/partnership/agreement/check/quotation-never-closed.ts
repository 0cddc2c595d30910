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
    const marks = blocks.map(({ text }) => marksIn(text));
    const isOpen = (index: number) => (marks[index]?.length ?? 0) % 2 === 1;
    return blocks.flatMap((block, index) => {
      if (!isOpen(index) || isOpen(index - 1) || isOpen(index + 1)) return [];
      const at = marks[index]!.at(-1)!;
      return [{ span: spanOf(block, at, wordEnd(block.text, at, 30)), facts: { words: quote(block.text.slice(at), 30) } }];
    });
  },
};

const MARK = /(?<!\d)["”“„]|(?<=\d)["”“](?=[\s.,)])/gu;

/** Positions of double quotation marks; inches and seconds after a digit are none. */
const marksIn = (text: string): number[] => matchesIn(MARK, text).map(({ index }) => index);

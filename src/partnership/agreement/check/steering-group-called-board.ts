import * as m from '#messages';
import { matchesIn } from '../read/lex/matches.ts';
import { spanOf } from '../read/span.ts';
import type { Check } from './check.ts';
import { everySentence, says, words } from './passages.ts';

const BOARD_WORK = words('styrelse(?:arbetet?|mötena|möten|mötet)');
const TOGETHER = words('parterna|(?:\\p{L}+:?\\p{L}* )?parter|partnerskapet\\p{L}*|gemensamt');

/** What the parties do together is called the work of a board, in an agreement that has a steering group. */
export const steeringGroupCalledBoard: Check<{ words: string }> = {
  code: 'steering-group-called-board',
  severity: 'note',
  say: m.check_steering_group_called_board,
  find({ doc }) {
    if (!says(doc, words('styrgrupp\\p{L}*'))) return [];
    return everySentence(doc).flatMap(({ block, text, at }) => {
      const board = matchesIn(BOARD_WORK, text)[0];
      if (!board || text.search(TOGETHER) < 0) return [];
      return [{ span: spanOf(block, at + board.index, at + board.index + board[0].length), facts: { words: board[0] } }];
    });
  },
};

import * as m from '#messages';
import { matchesIn } from '../read/lex/matches.ts';
import { spanOf } from '../read/span.ts';
import type { Check } from './check.ts';
import { says, sentencesSaying, words } from './passages.ts';

const STEERING_GROUP = words('styrgrupp\\p{L}*');
const BOARD_WORK = words('styrelse(?:arbetet?|mötena|möten|mötet)');
const TOGETHER = words('parterna|(?:\\p{L}+:?\\p{L}* )?parter|partnerskapet\\p{L}*|gemensamt');

/** What the parties do together is called the work of a board, in an agreement that has a steering group. */
export const steeringGroupCalledBoard: Check<{ words: string }> = {
  code: 'steering-group-called-board',
  severity: 'note',
  say: m.check_steering_group_called_board,
  find({ doc }) {
    if (!says(doc, STEERING_GROUP)) return [];
    return sentencesSaying(doc, BOARD_WORK).flatMap(({ block, text, at }) => {
      const board = matchesIn(BOARD_WORK, text)[0]!;
      if (text.search(TOGETHER) < 0) return [];
      return [{ span: spanOf(block, at + board.index, at + board.index + board[0].length), facts: { words: board[0] } }];
    });
  },
};

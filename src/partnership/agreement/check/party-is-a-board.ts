import * as m from '#messages';
import type { Party } from '../model.ts';
import { matchesIn } from '../read/lex/matches.ts';
import type { Check, CheckedAgreement } from './check.ts';

const BOARD = /(?:nämnd|nämnden|styrelse|styrelsen|utskott|utskottet)$/iu;

const BOARD_OF = /^\W*(?:\p{L}+ )?(?:kommuns|stads|regions) ((?:\p{L}+-? (?:och )?){0,3}?\p{L}*(?:nämnd|styrelse|utskott))(?!\p{L})/iu;

/** A board or committee is named as party; the legal person that answers for the agreement is its municipality or region. */
export const partyIsABoard: Check<{ board: string }> = {
  code: 'party-is-a-board',
  severity: 'warning',
  say: m.check_party_is_a_board,
  find: (agreement) =>
    agreement.reading.parties.flatMap((party) => {
      const board = boardIn(agreement, party);
      if (!board || party.sector === 'civil' || municipalityIsNamed(agreement, party, board)) return [];
      return [{ span: party.source, facts: { board } }];
    }),
};

/** The board among the party's units, in its name, or beside the municipality's name where the party stands. */
function boardIn({ doc }: CheckedAgreement, { unit, name, source }: Party): string | undefined {
  const [line] = doc.text.slice(source.start, source.start + 120).split('\n');
  return [...(unit?.split(', ') ?? []), name].find((words) => BOARD.test(words)) ?? BOARD_OF.exec(line!)?.[1];
}

const LEGAL_PERSON = /(?:kommun|region\p{L}*|stad)(s?)(?!\p{L})/giu;

/** "Kommunen genom nämnden" and "kommunen, nämnden" name the legal person; "kommunens nämnd" names the board. */
function municipalityIsNamed({ doc }: CheckedAgreement, { source }: Party, board: string): boolean {
  const from = Math.max(0, source.start - 80);
  const around = doc.text.slice(from, source.end + 120);
  const at = around.toLowerCase().indexOf(board.toLowerCase().replace(/(?<=nämnd)en$|(?<=styrelse)n$|(?<=utskott)et$/, ''));
  const before = around.slice(Math.max(0, at - 80), Math.max(0, at));
  const named = matchesIn(LEGAL_PERSON, before).at(-1);
  return named !== undefined && named[1] === '';
}

import * as m from '#messages';
import type { Party } from '../model.ts';
import type { Check, CheckedAgreement } from './check.ts';

const BOARD = /(?:nämnd|nämnden|styrelse|styrelsen|utskott|utskottet)$/iu;

/** A board or committee is named as party; the legal person that answers for the agreement is its municipality or region. */
export const partyIsABoard: Check<{ board: string }> = {
  code: 'party-is-a-board',
  severity: 'warning',
  say: m.check_party_is_a_board,
  find: (agreement) =>
    agreement.reading.parties.flatMap((party) => {
      const board = [party.unit, party.name].find((name) => name !== null && BOARD.test(name));
      if (!board || party.sector === 'civil' || municipalityIsNamed(agreement, party, board)) return [];
      return [{ span: party.source, facts: { board } }];
    }),
};

/** "Kommunen genom nämnden" and "kommunen, nämnden" name the legal person; "kommunens nämnd" names the board. */
function municipalityIsNamed({ doc }: CheckedAgreement, { source }: Party, board: string): boolean {
  const from = Math.max(0, source.start - 80);
  const around = doc.text.slice(from, source.end + 120);
  const at = around.toLowerCase().indexOf(board.toLowerCase());
  const before = around.slice(Math.max(0, at - 80), Math.max(0, at));
  const named = [...before.matchAll(/(?:kommun|region\p{L}*|stad)(s?)(?!\p{L})/giu)].at(-1);
  return named !== undefined && named[1] === '';
}

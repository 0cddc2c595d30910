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
      if (!board || party.sector === 'civil' || actsThrough(agreement, party)) return [];
      return [{ span: party.source, facts: { board } }];
    }),
};

/** "Timrå kommun genom kommunstyrelsen" says it right. */
function actsThrough({ doc }: CheckedAgreement, { source }: Party): boolean {
  const around = doc.text.slice(Math.max(0, source.start - 20), source.end + 80);
  return /(?<!\p{L})(?:genom|via|företrädd av|företräds av)(?!\p{L})/iu.test(around);
}

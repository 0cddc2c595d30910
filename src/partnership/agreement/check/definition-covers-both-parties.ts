import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch } from './passages.ts';

const TOGETHER_AS_ONE =
  /gemensamt (?:\p{L}+ )?(?:benäm|kalla)\p{L}*[^"”“»(]{0,20}[("”“»*]+ ?(Kommunen|Regionen|Staden|Föreningen|Stiftelsen|Organisationen|Klubben|Samfundet|Församlingen|Bolaget|Leverantören|Partnern|Parten)(?!\p{L})["”“»*)]*/giu;

/** "Nedan gemensamt benämnda (Kommunen)": a word for one party is defined as both of them. */
export const definitionCoversBothParties: Check<{ term: string }> = {
  code: 'definition-covers-both-parties',
  severity: 'error',
  say: m.check_definition_covers_both_parties,
  find: ({ doc }) => everyMatch(doc, TOGETHER_AS_ONE).map(({ match, span }) => ({ span, facts: { term: match[1]! } })),
};

import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch, words } from './passages.ts';

const NUMBERS = ['noll', 'ett', 'två', 'tre', 'fyra', 'fem', 'sex', 'sju', 'åtta', 'nio', 'tio', 'elva'];
const COPIES = words(`(${NUMBERS.join('|')}|\\d{1,2})(?: ?\\(\\p{L}+\\)| ?\\(\\d{1,2}\\))?(?: st\\.?)? (?:\\p{L}+ ){0,2}(?:original)?(?:exemplar|original)`);

/** Fewer signed originals than parties that are to have one. */
export const originalsFewerThanParties: Check<{ originals: number; parties: number }> = {
  code: 'originals-fewer-than-parties',
  severity: 'note',
  say: m.check_originals_fewer_than_parties,
  find: ({ doc, reading }) =>
    everyMatch(doc, COPIES).flatMap(({ match, span }) => {
      const word = NUMBERS.indexOf(match[1]!.toLowerCase());
      const originals = word >= 0 ? word : Number(match[1]);
      const parties = reading.parties.length;
      return originals > 0 && originals < parties ? [{ span, facts: { originals, parties } }] : [];
    }),
};

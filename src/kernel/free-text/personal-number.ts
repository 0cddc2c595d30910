import Personnummer from 'personnummer';
import { type Found, foundAt } from './found.ts';

/** Six or eight figures for the day, four more, and what people write between them. */
const NUMBER = /(?<![\d,.]|\d[-–/ ])(?:(?:19|20)\d\d[-/]?\d\d[-/]?\d\d|\d{6})(?: ?[-–+] ?| )?\d{4}(?![\d]|[-–,./]\d)/gu;

/**
 * Personal numbers and coordination numbers: a day that exists (plus sixty for a coordination number) and the right
 * modulus-10 check digit, with ten or twelve figures. Anything else of that shape is some other number.
 * @lagrum Folkbokföringslagen (1991:481) 18 §
 * @lagrum Lag (2022:1697) om samordningsnummer
 */
export const personalNumbersIn = (text: string): Found[] =>
  [...text.matchAll(NUMBER)].flatMap(({ 0: written, index }) => {
    const plain = plainly(written);
    if (!Personnummer.valid(plain)) return [];
    return foundAt(Personnummer.parse(plain).isCoordinationNumber() ? 'coordination-number' : 'personal-number', index, written);
  });

/** The number as the library reads it: figures, and the plus that says somebody is over a hundred. */
const plainly = (written: string): string => `${written.slice(0, -4).replace(/[^\d+]/g, '')}${written.slice(-4)}`;

import { type Found, foundAt } from './found.ts';

/** Figures of a number as people group them: after the area code a space, a dot or a hyphen now and then. */
const SPOKEN = /(?<![\p{L}\d/+]|\d[-–.,: ])(?:(?:\+|00)46[ -]?(?:\(0\)[ -]?)?|0)[1-9]\d{0,2}(?: ?[-–/.] ?| )?\d{2,4}(?:[ .-]?\d{2,4}){0,4}(?!\d|[.,:/-]\d)/gu;
/** A day, a clock or a period written with figures that begin with a nought. */
const DAY_OR_HOUR = /^\d\d(?:([-./ ])\d\d\1\d{4}|[.:]\d\d ?[-–] ?\d\d[.:]\d\d|[-–]\d\d(?: \d{4})?)$/u;
/** What some other number is introduced by. */
const OTHER_NUMBER = /(?:dnr|diarienr|diarienummer|ärende(?:nr|nummer)?|ocr|bg|pg|bankgiro(?:t)?|plusgiro(?:t)?|giro|konto(?:nr|nummer)?|clearing(?:nr|nummer)?|org\.? ?nr|organisationsnummer|faktura(?:nr|nummer)?|referens|ref)\.?:? ?$/iu;
/** What a telephone number is introduced by: then one without any break is one, too. */
const TELEPHONE = /(?:tel|tele|telefon|telefonnr|telefonnummer|tfn|tlf|mobil|mobilnr|mobilnummer|mob|nummer|nr|ring|ringa|sms|sms:a|nås på|phone|call|swish|swisha)\.?:? ?$/iu;
/** Area codes of three figures, as the numbering plan has them; 08 has two and all others four. */
const THREE = new Set('010 011 013 016 018 019 020 021 023 026 031 033 035 036 040 042 044 046 054 060 063 070 072 073 076 079 090'.split(' '));

/**
 * Swedish telephone numbers in the forms people write, with or without +46. Organisation numbers, giro numbers, case
 * numbers, days, hours and amounts are none. libphonenumber-js 1.13 was tried: it takes all of those for numbers.
 */
export const phoneNumbersIn = (text: string): Found[] =>
  [...text.matchAll(SPOKEN)].flatMap(({ 0: written, index }) => {
    const before = text.slice(Math.max(0, index - 20), index);
    if (DAY_OR_HOUR.test(written) || OTHER_NUMBER.test(before)) return [];
    const national = written.replace(/^(?:\+|00)46[ -]?(?:\(0\))?/u, '0').replace(/\D/g, '').replace(/^00/, '0');
    if (!hasRightLength(national)) return [];
    const unbroken = /^\d+$/.test(written) && !national.startsWith('07');
    return unbroken && !TELEPHONE.test(before) ? [] : foundAt('phone-number', index, written);
  });

/** Mobile numbers have ten figures; others eight to ten with their area code, and at least five after it. */
function hasRightLength(national: string): boolean {
  const area = national.startsWith('08') ? 2 : THREE.has(national.slice(0, 3)) ? 3 : 4;
  if (/^07[02369]/.test(national)) return national.length === 10;
  return national.length >= Math.max(8, area + 5) && national.length <= 10;
}

import { organisationNumber } from '#kernel/organisation-number.ts';
import * as m from '#messages';
import type { Check } from './check.ts';
import { everyMatch } from './passages.ts';

const NUMBER = /(?<![\d–-])\d\d[2-9]\d{3} ?[-–]? ?\d{4}(?![\d–-])/gu;

/** A kind of party, not a name: "Varje kommun", "Föreningarna". */
const GENERIC = /^(?:varje|respektive|samtliga|alla) |^(?:kommun|region|förening|organisation|stiftels|stad|part|partner|huvudm[aä]n|studieförbund|förbund|klubb|församling|bolag|nätverk)\p{L}{0,5}$/iu;

/**
 * A party is named without the number that tells which legal person it is. Silent while the text holds a number that has
 * found no owner.
 */
export const organisationNumberMissing: Check<{ party: string }> = {
  code: 'organisation-number-missing',
  severity: 'warning',
  say: m.check_organisation_number_missing,
  find({ doc, reading }) {
    const attached = new Set(reading.parties.flatMap(({ orgNumber }) => orgNumber ?? []));
    const loose = everyMatch(doc, NUMBER).some(({ match }) => !attached.has(organisationNumber(match[0]) ?? ''));
    const numbered = new Set(reading.parties.filter(({ orgNumber }) => orgNumber !== null).map(({ name }) => name));
    const first = new Map(reading.parties.map((party) => [party.name, party] as const).toReversed());
    const unnumbered = [...first.values()].toReversed().filter(({ name }) => !numbered.has(name) && isAName(name));
    return loose ? [] : unnumbered.map(({ name, source }) => ({ span: source, facts: { party: name } }));
  },
};

const isAName = (name: string): boolean => /\p{L}{2}/u.test(name) && !GENERIC.test(name);

import * as m from '#messages';
import type { Check } from './check.ts';

/** A party is named without the number that tells which legal person it is. */
export const organisationNumberMissing: Check<{ party: string }> = {
  code: 'organisation-number-missing',
  severity: 'warning',
  say: m.check_organisation_number_missing,
  find({ reading }) {
    const numbered = new Set(reading.parties.filter(({ orgNumber }) => orgNumber !== null).map(({ name }) => name));
    const said = new Set<string>();
    return reading.parties.flatMap(({ name, source }) => {
      if (numbered.has(name) || said.has(name)) return [];
      said.add(name);
      return [{ span: source, facts: { party: name } }];
    });
  },
};

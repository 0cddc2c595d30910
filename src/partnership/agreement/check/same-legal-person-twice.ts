import * as m from '#messages';
import type { Check } from './check.ts';

/** One legal person is listed as two parties: two units of a municipality cannot agree with each other. */
export const sameLegalPersonTwice: Check<{ party: string; line: number }> = {
  code: 'same-legal-person-twice',
  severity: 'note',
  say: m.check_same_legal_person_twice,
  find: ({ reading: { parties } }) =>
    parties.flatMap((party, index) => {
      const earlier = parties
        .slice(0, index)
        .find(({ name, orgNumber }) => name === party.name || (orgNumber !== null && orgNumber === party.orgNumber));
      if (!earlier || earlier.source.line === party.source.line) return [];
      return [{ span: party.source, facts: { party: party.name, line: earlier.source.line } }];
    }),
};

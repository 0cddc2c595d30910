import * as m from '#messages';
import type { Check } from './check.ts';
import { personKey } from './same-person.ts';

/** The same person signs for both sides of the table. */
export const personSignsForTwoParties: Check<{ person: string; first: string; second: string }> = {
  code: 'person-signs-for-two-parties',
  severity: 'error',
  say: m.check_person_signs_for_two_parties,
  find: ({ reading: { signatories } }) =>
    signatories.flatMap(({ name, party, source }, index) => {
      const earlier = signatories.slice(0, index).find((other) => personKey(other.name) === personKey(name));
      if (!earlier || party === null || earlier.party === null || earlier.party === party) return [];
      return [{ span: source, facts: { person: name, first: earlier.party, second: party } }];
    }),
};

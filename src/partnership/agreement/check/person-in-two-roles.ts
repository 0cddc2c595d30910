import * as m from '#messages';
import type { Check } from './check.ts';
import { personKey } from './same-person.ts';

/** A person signs the agreement and also sits in the group that follows it up. */
export const personInTwoRoles: Check<{ person: string; line: number }> = {
  code: 'person-in-two-roles',
  severity: 'note',
  say: m.check_person_in_two_roles,
  find({ reading: { signatories, steering } }) {
    const members = new Map((steering?.members ?? []).map(({ name, source }) => [personKey(name), source]));
    return signatories.flatMap(({ name, source }) => {
      const seat = members.get(personKey(name));
      return seat ? [{ span: source, facts: { person: name, line: seat.line } }] : [];
    });
  },
};

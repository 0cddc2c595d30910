import * as m from '#messages';
import type { Check } from './check.ts';
import { personKey } from './same-person.ts';

/** The contact person is the signatory: when one person leaves, both ways in are gone. Said once, at the first. */
export const contactAlsoSigns: Check<{ names: string }> = {
  code: 'contact-also-signs',
  severity: 'note',
  say: m.check_contact_also_signs,
  find({ reading: { contacts, signatories } }) {
    const signing = new Set(signatories.map(({ name }) => personKey(name)));
    const both = contacts.filter(({ name }) => name !== null && signing.has(personKey(name)));
    const [first] = both;
    if (!first) return [];
    const names = [...new Set(both.map(({ name }) => name))].join(', ');
    return [{ span: first.source, facts: { names } }];
  },
};

import * as m from '#messages';
import type { Check } from './check.ts';
import { personKey } from './same-person.ts';

/** A person is one thing as contact and another as signatory: which of them gives the right to sign? */
export const personWithTwoTitles: Check<{ person: string; here: string; there: string; line: number }> = {
  code: 'person-with-two-titles',
  severity: 'note',
  say: m.check_person_with_two_titles,
  find: ({ reading: { contacts, signatories } }) =>
    contacts.flatMap(({ name, role, source }) => {
      if (name === null || role === null) return [];
      const signer = signatories.find((other) => personKey(other.name) === personKey(name));
      if (!signer?.title || sharesAWord(signer.title, role)) return [];
      return [{ span: source, facts: { person: name, here: role, there: signer.title, line: signer.source.line } }];
    }),
};

function sharesAWord(title: string, role: string): boolean {
  const wordsOf = (text: string): string[] => text.toLowerCase().match(/\p{L}{4,}/gu) ?? [];
  return wordsOf(title).some((word) => wordsOf(role).includes(word));
}

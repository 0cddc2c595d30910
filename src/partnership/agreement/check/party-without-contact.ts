import * as m from '#messages';
import type { Check } from './check.ts';
import { MASKED } from './contact-masked.ts';
import { says } from './passages.ts';

/** There are contact persons, but none for this party. */
export const partyWithoutContact: Check<{ party: string }> = {
  code: 'party-without-contact',
  severity: 'note',
  say: m.check_party_without_contact,
  find({ doc, reading: { parties, contacts } }) {
    const names = new Set(parties.map(({ name }) => name));
    const reached = new Set(contacts.map(({ organisation }) => organisation ?? ''));
    const [first] = contacts;
    if (!first || says(doc, MASKED) || [...reached].some((organisation) => !names.has(organisation))) return [];
    return [...names].filter((name) => !reached.has(name)).map((party) => ({ span: first.source, facts: { party } }));
  },
};

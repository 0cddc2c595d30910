import * as m from '#messages';
import type { Check } from './check.ts';
import { MASKED } from './contact-masked.ts';
import { says } from './passages.ts';

/** There are contact persons, but none for this party. Silent unless every contact is said to be somebody's. */
export const partyWithoutContact: Check<{ party: string }> = {
  code: 'party-without-contact',
  severity: 'note',
  say: m.check_party_without_contact,
  find({ doc, reading: { parties, contacts } }) {
    const [first, last] = [contacts[0], contacts.at(-1)];
    const written = first && last ? inAddresses(doc.text.slice(first.source.start, last.source.end)) : '';
    if (!first || says(doc, MASKED) || !contacts.every(({ organisation, source }) => organisation !== null && LABELLED.test(doc.text.slice(source.start, source.end)))) return [];
    const reached = new Set(contacts.map(({ organisation }) => organisation));
    const without = [...new Set(parties.map(({ name }) => name))].filter((name) => !reached.has(name) && !written.includes(longestWord(name)));
    return without.length === 1 ? [{ span: first.source, facts: { party: without[0]! } }] : [];
  },
};

/** "Kommunen: Eva Ek". */
const LABELLED = /^\W*(?!kontakt|samordnare|projektledare)(?:för )?\p{L}[\p{L} .-]{2,40}:/iu;

/** As an e-mail address has it: "skarvanger" for Skärvånger. */
const inAddresses = (text: string): string => text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');

const longestWord = (name: string): string => inAddresses(name).split(/\s+/).toSorted((a, b) => b.length - a.length)[0]!.slice(0, 8);

import * as m from '#messages';
import type { Check } from './check.ts';
import { MASKED } from './contact-masked.ts';
import { says } from './passages.ts';

/** Somebody has signed, but nobody for this party. */
export const partyWithoutSignature: Check<{ party: string }> = {
  code: 'party-without-signature',
  severity: 'warning',
  say: m.check_party_without_signature,
  find({ doc, reading: { parties, signatories } }) {
    const [first, last] = [signatories[0], signatories.at(-1)];
    const names = new Set(parties.map(({ name }) => name));
    const signed = new Set(signatories.map(({ party }) => party ?? ''));
    if (!first || !last || says(doc, MASKED) || [...signed].some((party) => !names.has(party))) return [];
    const signatures = doc.text.slice(Math.max(0, first.source.start - 200)).toLowerCase();
    return [...names]
      .filter((name) => !signed.has(name) && !signatures.includes(name.toLowerCase()))
      .map((party) => ({ span: last.source, facts: { party } }));
  },
};

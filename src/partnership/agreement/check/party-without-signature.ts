import * as m from '#messages';
import type { Check } from './check.ts';

/** Somebody has signed, but nobody for this party. */
export const partyWithoutSignature: Check<{ party: string }> = {
  code: 'party-without-signature',
  severity: 'warning',
  say: m.check_party_without_signature,
  find({ reading: { parties, signatories } }) {
    const last = signatories.at(-1);
    if (!last || signatories.some(({ party }) => party === null)) return [];
    const signed = new Set(signatories.map(({ party }) => party));
    return [...new Set(parties.map(({ name }) => name))]
      .filter((name) => !signed.has(name))
      .map((party) => ({ span: last.source, facts: { party } }));
  },
};

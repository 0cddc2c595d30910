import type { TextSpan } from '#kernel/text-span.ts';
import * as m from '#messages';
import type { Party } from '../model.ts';
import type { Check, CheckedAgreement } from './check.ts';
import { readableBlocks } from './passages.ts';

/** One legal person is listed as two parties: two units of a municipality cannot agree with each other. */
export const sameLegalPersonTwice: Check<{ party: string; line: number }> = {
  code: 'same-legal-person-twice',
  severity: 'note',
  say: m.check_same_legal_person_twice,
  find(agreement) {
    const { parties } = agreement.reading;
    return parties.flatMap((party, index) => {
      const earlier = parties
        .slice(0, index)
        .find(({ name, orgNumber }) => name === party.name || (orgNumber !== null && orgNumber === party.orgNumber));
      const span = earlier && ownEntry(agreement, party);
      return span && span.line !== earlier.source.line ? [{ span, facts: { party: party.name, line: earlier.source.line } }] : [];
    });
  },
};

/** The line on which this entry begins: the last before its unit that opens with the party's name. */
function ownEntry({ doc }: CheckedAgreement, { name, unit, source }: Party): TextSpan {
  const unitAt = unit === null ? -1 : doc.text.indexOf(unit.split(',')[0]!, source.start);
  const entry = readableBlocks(doc)
    .flatMap(({ lines }) => lines)
    .filter(({ text, start }) => start <= unitAt && start > unitAt - 300 && text.toLowerCase().startsWith(name.toLowerCase()))
    .at(-1);
  return entry ? { start: entry.start, end: entry.end, line: entry.number } : source;
}

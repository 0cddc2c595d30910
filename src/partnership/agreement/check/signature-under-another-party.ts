import type { TextSpan } from '#kernel/text-span.ts';
import * as m from '#messages';
import type { Signatory } from '../model.ts';
import type { Check, CheckedAgreement } from './check.ts';

/** Someone who signs for one party stands under the other party's name. */
export const signatureUnderAnotherParty: Check<{ person: string; party: string; heading: string }> = {
  code: 'signature-under-another-party',
  severity: 'note',
  say: m.check_signature_under_another_party,
  find: (agreement) =>
    agreement.reading.signatories.flatMap((signatory) => {
      const { name, party } = signatory;
      const above = partyAbove(agreement, signatory);
      if (party === null || !above || above.name === party) return [];
      return [{ span: above.span, facts: { person: name, party, heading: above.name } }];
    }),
};

/** The last line before the signature that is a party's name and nothing else, below the last text that is no signature. */
function partyAbove({ doc, reading }: CheckedAgreement, { source }: Signatory): { name: string; span: TextSpan } | null {
  const names = new Map(reading.parties.map(({ name }) => [name.toLowerCase(), name]));
  const lines = doc.blocks
    .filter(({ kind, span }) => kind !== 'furniture' && span.start < source.start && span.start > source.start - 800)
    .flatMap((block) => block.lines.map((line) => ({ ...line, line: line.number })))
    .filter(({ start }) => start < source.start);
  for (const { text, start, end, line } of lines.toReversed()) {
    if (text.length > 70) return null;
    const name = names.get(text.replace(/^(?:för|#+)\s+|[*:.]/gi, '').trim().toLowerCase());
    if (name) return { name, span: { start, end, line } };
  }
  return null;
}

import type { TextSpan } from '#kernel/text-span.ts';
import * as m from '#messages';
import type { Reading, Signatory } from '../model.ts';
import type { AgreementDocument, Line } from '../read/document.ts';
import type { Check, CheckedAgreement } from './check.ts';

/** Someone who signs for one party stands under the other party's name. */
export const signatureUnderAnotherParty: Check<{ person: string; party: string; heading: string }> = {
  code: 'signature-under-another-party',
  severity: 'note',
  say: m.check_signature_under_another_party,
  find(agreement) {
    const { signatories } = agreement.reading;
    const [first] = signatories.toSorted((a, b) => a.source.start - b.source.start);
    const top = first && headingAbove(agreement, first);
    if (!top) return [];
    return signatories.flatMap(({ name, party, source }) => {
      const above = partyLines(agreement, top.span.start, source.start).at(-1);
      if (party === null || !above || above.name === party || !titleNames(agreement, source, party)) return [];
      return [{ span: above.span, facts: { person: name, party, heading: above.name } }];
    });
  },
};

interface PartyLine {
  name: string;
  span: TextSpan;
}

/** A party's name just above the first signature. Where names of parties stand below the signatures instead, there is none. */
function headingAbove({ doc, reading }: CheckedAgreement, first: Signatory): PartyLine | null {
  const before = linesBetween(doc, first.source.start - 200, first.source.start).filter(({ text }) => !/^[\d\s_.–-]*$|^\p{L}+,? (?:den )?[\d-]/u.test(text));
  const [above] = partiesAmong(before.slice(-1), reading);
  return above ?? null;
}

const partyLines = ({ doc, reading }: CheckedAgreement, from: number, to: number): PartyLine[] =>
  partiesAmong(linesBetween(doc, from, to), reading);

const linesBetween = (doc: AgreementDocument, from: number, to: number): Line[] =>
  doc.blocks
    .filter(({ kind, span }) => kind !== 'furniture' && span.start < to && span.end > from)
    .flatMap(({ lines }) => lines)
    .filter(({ start, text }) => start >= from && start < to && text !== '');

/** The lines that are a party's name and nothing else. */
function partiesAmong(lines: Line[], reading: Reading): PartyLine[] {
  const names = new Map(reading.parties.map(({ name }) => [name.toLowerCase(), name]));
  return lines.flatMap(({ text, start, end, number }) => {
    const name = names.get(text.replace(/^(?:för|#+)\s+|[*:]|\.$/gi, '').trim().toLowerCase());
    return name ? [{ name, span: { start, end, line: number } }] : [];
  });
}

/** Only a title that itself names the other party makes it sure: "VD, Timrå IK". */
function titleNames({ doc }: CheckedAgreement, { end }: TextSpan, party: string): boolean {
  const [title, below] = doc.text.slice(end, end + 160).split('\n').filter((line) => line.trim() !== '');
  const names = (line: string | undefined) => line && !/^\W*för /i.test(line) && line.toLowerCase().includes(party.toLowerCase()) && line.trim().length > party.length + 2;
  return Boolean(names(title) || names(below));
}

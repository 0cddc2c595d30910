import * as m from '#messages';
import type { Check, CheckedAgreement } from './check.ts';
import { everyMatch, readableBlocks } from './passages.ts';

const REFERENCE = /(?<!\p{L})bilag(?:a|orna|an) ?(\d{1,2}|[A-F])(?![\p{L}\d])/giu;

/** The agreement leans on an annex that does not come with it. Said once per annex, where it is first mentioned. */
export const annexMissing: Check<{ annex: string }> = {
  code: 'annex-missing',
  severity: 'warning',
  say: m.check_annex_missing,
  find(agreement) {
    const present = annexesPresent(agreement);
    const said = new Set<string>();
    return everyMatch(agreement.doc, REFERENCE).flatMap(({ match, span }) => {
      const annex = match[1]!.toUpperCase();
      if (present.has(annex) || said.has(annex)) return [];
      said.add(annex);
      return [{ span, facts: { annex } }];
    });
  },
};

/** An annex is there, or listed as coming along, when a block begins with its name. */
function annexesPresent({ doc }: CheckedAgreement): Set<string> {
  return new Set(
    readableBlocks(doc).flatMap(({ label, text }) => {
      const written = [label, text].filter(Boolean).join(' ');
      const annex = /^\W*(?:\d+\W+)?bilaga ?(\d{1,2}|[A-F])(?![\p{L}\d])/iu.exec(written)?.[1]?.toUpperCase();
      return annex ? [annex] : [];
    }),
  );
}

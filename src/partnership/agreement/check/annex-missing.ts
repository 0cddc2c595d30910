import * as m from '#messages';
import type { Check, CheckedAgreement } from './check.ts';
import { everyMatch } from './passages.ts';

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

/** An annex is there when a heading begins with its name and something stands below it. */
function annexesPresent({ doc }: CheckedAgreement): Set<string> {
  return new Set(
    doc.sections.flatMap(({ heading, blocks }) => {
      const written = [heading?.label, heading?.text].filter(Boolean).join(' ');
      const annex = /^\W*bilaga ?(\d{1,2}|[A-F])(?![\p{L}\d])/iu.exec(written)?.[1]?.toUpperCase();
      return annex && blocks.some((block) => block !== heading) ? [annex] : [];
    }),
  );
}

import * as m from '#messages';
import type { TextSpan } from '#kernel/text-span.ts';
import type { Check, CheckedAgreement } from './check.ts';
import { everyMatch, words } from './passages.ts';

const PLACEHOLDERS = [
  /\[(?:ange|fyll i|skriv) [^\]@]{2,80}\](?!\()/giu,
  /(?<![\p{L}\p{N}])X{2,}(?:[ -]X{2,})*(?![\p{L}\p{N}])/gu,
  /\[(?:ange |fyll i |skriv )?(?:namn|datum|ort|belopp|kommun|förening|organisation|titel|antal|adress|år|period|text|x{2,}|x(?= ))[^\]@\d]{0,40}\](?!\()/giu,
  /\((?:ange |fyll i |skriv )?(?:datum|ort|belopp|namn|antal|titel|år|kommunens namn|föreningens namn|organisationens namn)\)/giu,
  /<(?:ange |fyll i )?(?:namn|datum|ort|belopp|kommun|förening|organisation|titel|antal)[^>]{0,40}>/giu,
  /(?<!\d)(?:20XX|20xx|ÅÅÅÅ-MM-DD|åååå-mm-dd|ÅÅMMDD)(?![\p{L}\d])/gu,
  /klicka (?:eller tryck )?här för att ange (?:text|datum)|lorem ipsum/giu,
  /(?<=\p{L}{2,},? )[_…]{3,}(?=[ ,.]+\p{Ll})/gu,
  words('(?:föreningen|kommunen|organisationen|parten) [XYZ]'),
];
const ANOTHER_KIND_OF_AGREEMENT = words('remitterande|remittent(?:en)?|brukaren|uppdragstagaren');
const THREE_PARTIES = words('trepartssamtal(?:et|en)?|trepartsavtal(?:et)?|samtliga tre parter|de tre parterna|alla tre parter(?:na)?');

/** Something from the template is left: an unfilled blank, or a word that belongs to another agreement. */
export const templateLeftover: Check<{ words: string }> = {
  code: 'template-leftover',
  severity: 'warning',
  say: m.check_template_leftover,
  find: (agreement) => {
    const left = [...PLACEHOLDERS, ...foreignWords(agreement)].flatMap((pattern) => everyMatch(agreement.doc, pattern));
    const lines = new Set<number>();
    return left
      .toSorted((a, b) => a.span.start - b.span.start)
      .filter(({ span }) => isNewLine(lines, span))
      .map(({ match, span }) => ({ span, facts: { words: match[0] } }));
  },
};

function foreignWords({ reading }: CheckedAgreement): RegExp[] {
  const legalPersons = new Set(reading.parties.map(({ name }) => name)).size;
  return legalPersons === 2 ? [ANOTHER_KIND_OF_AGREEMENT, THREE_PARTIES] : [ANOTHER_KIND_OF_AGREEMENT];
}

/** One blank leads the eye to the others on its line. */
function isNewLine(lines: Set<number>, { line }: TextSpan): boolean {
  if (lines.has(line)) return false;
  lines.add(line);
  return true;
}

import * as m from '#messages';
import type { AgreementDocument, Block } from '../read/document.ts';
import { matchesIn } from '../read/lex/matches.ts';
import { spanOf } from '../read/span.ts';
import type { Check } from './check.ts';
import { sentencesSaying, words } from './passages.ts';

const DAY_AND_MONTH = words('\\d{1,2}(?: ?:[ae])?(?: dagen i)? (?:jan(?:uari)?|feb(?:ruari)?|mars|apr(?:il)?|maj|juni|juli|aug(?:usti)?|sept?(?:ember)?|okt(?:ober)?|nov(?:ember)?|dec(?:ember)?)(?!\\.? ?(?:19|20)\\d\\d)');
const EVERY_YEAR = words('(?:varje|per|vart) (?:år|säsong|termin|läsår|verksamhetsår)|årligen|årlig\\p{L}*|halvårsvis|kvartalsvis|årsvis|årsrapport\\p{L}*|årsredovisning\\p{L}*|årsbokslut\\p{L}*|verksamhetsberättelse\\p{L}*|respektive år|samma år|(?:samtliga|alla) år|kalenderår\\p{L}*');

/** A day is given without its year. Said once in a section. */
export const yearMissing: Check<{ date: string }> = {
  code: 'year-missing',
  severity: 'note',
  say: m.check_year_missing,
  find({ doc }) {
    const said = new Set<number>();
    return sentencesSaying(doc, DAY_AND_MONTH).flatMap(({ block, text, at }) => {
      const first = matchesIn(DAY_AND_MONTH, text)[0]!;
      if (block.kind === 'heading' || said.has(block.section) || saysWhichYear(doc, block)) return [];
      said.add(block.section);
      return [{ span: spanOf(block, at + first.index, at + first.index + first[0].length), facts: { date: first[0] } }];
    });
  },
};

/** The block, the paragraph that leads up to it when it is a row or an item, or the heading gives the year, or says that it is every year. */
function saysWhichYear(doc: AgreementDocument, block: Block): boolean {
  const section = doc.sections[block.section];
  const before = section?.blocks.slice(0, section.blocks.indexOf(block)) ?? [];
  const lead = block.kind === 'paragraph' ? undefined : before.findLast(({ kind }) => kind === 'paragraph');
  return [block, lead, section?.heading].some((near) => near && (near.text.search(EVERY_YEAR) >= 0 || /\b(?:19|20)\d\d\b/.test(near.text)));
}

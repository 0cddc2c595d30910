import type { NoticeTerm } from '../model.ts';
import type { ReadingContext } from './context.ts';
import { numeral } from './lex/numerals.ts';
import { sentencesOf } from './sentences.ts';
import { spanOf } from './span.ts';

const TIME = String.raw`(?<count>\d{1,2}|[\p{L}]{2,10})(?:\s*\(\s*[\p{L}\d]{1,10}\s*\))?\s*(?<unit>månad|mån\b|kalendermånad|halvår|vecka|veckor|dag)`;
const SAID = [
  new RegExp(String.raw`(?<![\p{L}\d])${TIME}\p{L}*\s+(?:\S+\s+){0,2}?(?:ömsesidig\s+)?uppsägningstid`, 'iu'),
  new RegExp(String.raw`uppsägningstid\p{L}*[^.]{0,60}?(?<![\p{L}\d])${TIME}`, 'iu'),
  new RegExp(String.raw`(?:säga|sägas|säger|sagt|sagts|sägs)\s+(?:\S+\s+){0,3}?upp[^.]{0,120}?(?<![\p{L}\d])${TIME}`, 'iu'),
  new RegExp(String.raw`(?<![\p{L}\d])${TIME}\p{L}*\s+(?:\S+\s+)?(?:varsel|i förväg|framförhållning)`, 'iu'),
  new RegExp(String.raw`(?:sluta|hoppa av|lämna(?! in)|kliva av|gå ur|träda ur|dra sig ur|avbryta|avsluta|säger till|säga till)(?!\p{L})[^.]{0,120}?(?<![\p{L}\d])${TIME}\p{L}*\.?\s+(?:\S+\s+)?(?:innan|före|i förväg|uppsägning)`, 'iu'),
  new RegExp(String.raw`(?<![\p{L}\d])${TIME}\p{L}*\s+(?:\S+\s+)?uppsägning(?!\p{L})`, 'iu'),
  new RegExp(String.raw`uppsägning[^.]{0,80}?(?<![\p{L}\d])${TIME}`, 'iu'),
];
/** "3 månader." under the heading "Uppsägning". */
const ALONE = new RegExp(String.raw`^\W*(?:ömsesidig(?:t)?,?\s|minst\s)?${TIME}\p{L}*(?:,?\s\p{L}+)?\W*$`, 'iu');
/** "Om någon vill sluta" over what one is to do then. */
const LEAVING = /sluta(?!\p{L})|hoppa av|lämna|kliva av|dra sig ur|gå ur|säga upp|avsluta(?!\p{L})/iu;
const CONDITION = /(?:^|[,.]\s)((?:om|endast|vid|ifall|i sådana fall|för det fall)\b[^.]{5,200})/i;

/** How long a notice is, in months; null months where it is said in days, weeks or not at all. Null where the agreement has no notice. */
export function readNotice(ctx: ReadingContext): NoticeTerm | null {
  let bare: NoticeTerm | null = null;
  let inDays: NoticeTerm | null = null;
  for (const block of ctx.doc.blocks) {
    const heading = ctx.doc.sections[block.section]?.heading?.text ?? '';
    const told = block.kind !== 'heading' && block.kind !== 'furniture' && /uppsägning/i.test(heading) ? ALONE.exec(block.text) : null;
    const months = told ? monthsOf(told.groups!) : null;
    if (months) return { months, when: null, certainty: 'certain', source: spanOf(block, 0, block.text.length) };
    if (block.kind === 'heading' || block.kind === 'furniture' || !/upp|varsel|i förväg|framförhållning|sluta|hoppa av|innan|gå ur|kliva av|avbryt/i.test(block.text)) continue;
    let before = '';
    for (const sentence of sentencesOf(block)) {
      const term = termIn(sentence.text) ?? (LEAVING.test(heading) ? termIn(`${heading.replace(/[.?!:]$/, '')}, ${sentence.text}`) : null);
      const source = spanOf(block, sentence.at, sentence.at + sentence.text.length);
      if (term?.months) return { months: term.months, when: conditionIn(sentence.text, before), certainty: 'certain', source };
      if (term && !inDays) inDays = { months: null, when: conditionIn(sentence.text, before), certainty: 'certain', source };
      if (/sägas? upp|uppsägning/i.test(sentence.text)) bare ??= { months: null, when: conditionIn(sentence.text, before), certainty: 'likely', source };
      before = sentence.text;
    }
  }
  return inDays ?? bare;
}

function termIn(text: string): { months: number | null } | null {
  if (!/upp|varsel|i förväg|framförhållning|sluta|hoppa av|innan|gå ur|kliva av|avbryt/i.test(text)) return null;
  for (const sign of SAID) {
    const match = sign.exec(text);
    if (!match) continue;
    const months = monthsOf(match.groups!);
    if (months !== undefined) return { months };
  }
  return null;
}

/** The months of a count and its unit; null for days and weeks, undefined where it is no count. */
function monthsOf({ count, unit }: Record<string, string>): number | null | undefined {
  const value = /^\d+$/.test(count!) ? Number(count) : /^(en|ett)$/i.test(count!) ? 1 : numeral(count!.toLowerCase());
  if (value === null) return undefined;
  return /^halvår/i.test(unit!) ? 6 * value : /^(kalender)?mån/i.test(unit!) ? value : null;
}

/** "I sådana fall" points back at the sentence before. */
function conditionIn(text: string, before: string): string | null {
  if (/^(?:i sådan[at]? fall|då|därvid)\b/i.test(text)) return before || null;
  return CONDITION.exec(text)?.[1]?.trim() ?? null;
}

import { matchesIn } from '../../lex/matches.ts';
const BULLET = /(?<=\s)[•▪●◦‣■➢→*–-](?=\s+\S)|(?<=\s)[•▪●◦‣■➢]/gu;
const LETTER = /(?<=\s)([a-h])\)\s/g;
const SMALL = /(?<=\s)(\d{1,2})[.)]\s(?=\p{Ll})/gu;

/** Where list items begin: bullets that follow a colon or each other, and letters in order. A dash between words of a sentence is no bullet. */
export function itemCuts(text: string): number[] {
  const cuts: number[] = listsOfDashes(text);
  const open = new Map<string, number>();
  for (const { 0: mark, index } of matchesIn(BULLET, text)) {
    const before = text.slice(Math.max(0, index - 4), index).trimEnd().at(-1) ?? '';
    const next = text.slice(index + mark.length, index + mark.length + 3).trimStart()[0] ?? '';
    const isSure = !/[–-]/.test(mark) || /[:;.]/.test(before);
    const goesOn = index - (open.get(mark) ?? -Infinity) < 600 && (mark !== '–' || /[,;.]/.test(before) || /\p{Lu}/u.test(next));
    if (!isSure && !goesOn && !(mark !== '–' && /\p{Lu}/u.test(next)) && !leadsBefore(text, index)) continue;
    if (/\d/.test(before) && /\d/.test(next)) continue;
    open.set(mark, index);
    cuts.push(index);
  }
  let expected = 'a';
  for (const { 1: letter, index } of matchesIn(LETTER, text)) {
    if (letter !== expected && letter !== 'a') continue;
    cuts.push(index);
    expected = String.fromCharCode(letter!.charCodeAt(0) + 1);
  }
  let number = 0;
  for (const { 1: digits, index } of matchesIn(SMALL, text)) {
    const isFirst = digits === '1' && (text[index - 2] === ':' || leadsBefore(text, index));
    if (!isFirst && Number(digits) !== number + 1) continue;
    if (!isFirst && number === 0) continue;
    number = Number(digits);
    cuts.push(index);
  }
  return cuts;
}

/** "Kommunen ska – upplåta lokal": the sentence needs what follows. */
const leadsBefore = (text: string, at: number): boolean => /(?:ska|att|med|för|sig|lovar|åtaganden|ansvar|uppgifter|insatser|mål)\s+$/i.test(text.slice(Math.max(0, at - 12), at));

const STOP_OR_DASH = /[.!?]\s(?=\p{Lu})|(?<=[^\d]\s)[–-](?=\s[^\d\s])/gu;

/** Three dashes or more within what would be one sentence are a list: two are an aside. */
function listsOfDashes(text: string): number[] {
  const cuts: number[] = [];
  let run: number[] = [];
  for (const { 0: mark, index } of matchesIn(STOP_OR_DASH, text)) {
    if (/[–-]/.test(mark)) run.push(index);
    else {
      if (run.length >= 3) for (const at of run) cuts.push(at);
      run = [];
    }
  }
  return run.length >= 3 ? [...cuts, ...run] : cuts;
}

const BULLET = /(?<=\s)[•▪●◦‣■➢→*–-](?=\s+\S)|(?<=\s)[•▪●◦‣■➢]/gu;
const LETTER = /(?<=\s)([a-h])\)\s/g;

/** Where list items begin: bullets that follow a colon or each other, and letters in order. A dash between words of a sentence is no bullet. */
export function itemCuts(text: string): number[] {
  const cuts: number[] = [];
  const open = new Map<string, number>();
  for (const { 0: mark, index } of text.matchAll(BULLET)) {
    const before = text.slice(Math.max(0, index - 4), index).trimEnd().at(-1) ?? '';
    const next = text.slice(index + mark.length, index + mark.length + 3).trimStart()[0] ?? '';
    const isSure = !/[*–-]/.test(mark) || /[:;.]/.test(before);
    const goesOn = index - (open.get(mark) ?? -Infinity) < 600 && (mark !== '–' || /[,;.]/.test(before) || /\p{Lu}/u.test(next));
    if (!isSure && !goesOn && !(mark !== '–' && /\p{Lu}/u.test(next)) && !leadsBefore(text, index)) continue;
    if (/\d/.test(before) && /\d/.test(next)) continue;
    open.set(mark, index);
    cuts.push(index);
  }
  let expected = 'a';
  for (const { 1: letter, index } of text.matchAll(LETTER)) {
    if (letter !== expected && letter !== 'a') continue;
    cuts.push(index);
    expected = String.fromCharCode(letter!.charCodeAt(0) + 1);
  }
  return cuts;
}

/** "Kommunen ska – upplåta lokal": the sentence needs what follows. */
const leadsBefore = (text: string, at: number): boolean => /(?:ska|att|med|för|sig|lovar)\s+$/.test(text.slice(Math.max(0, at - 10), at));

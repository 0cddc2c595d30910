import { expect, test } from 'vitest';
import { Concordance } from './concordance.ts';

const texts = ['Kommunen BETALAR 10 000 kr.', '', 'Parterna träffas varje kvartal.', 'x', 'Bidraget betalas varje år'];
const concordance = new Concordance(texts);
const mayHold = (pattern: RegExp): readonly number[] => concordance.mayHold(pattern) ?? texts.map((_, nth) => nth);

test('a pattern is looked for only in the texts that hold its words', () => {
  expect(mayHold(/betala[rs]/iu)).toEqual([0, 4]);
  expect(mayHold(/varje (?:år|kvartal)/)).toEqual([2, 4]);
  expect(mayHold(/\d\d \d{3} kr/)).toEqual([0]);
  expect(mayHold(/uppsägning/)).toEqual([]);
});

test('a pattern without words is looked for everywhere', () => {
  expect(mayHold(/\p{Lu}/u)).toEqual([0, 1, 2, 3, 4]);
});

test('words are looked for in whatever case, and everywhere where they are too short to look up', () => {
  expect(concordance.mayHold('kommunen Betalar')).toEqual([0]);
  expect(concordance.mayHold('stiftelsen')).toEqual([]);
  expect(concordance.mayHold('kr')).toBeNull();
});

test('no text is missed that a pattern matches', () => {
  const patterns = [/betalar/i, /betalas|träffas/, /(?<=varje)\s+år/, /0 kr/, /^x$/, /[.]$/];
  const missed = patterns.flatMap((pattern) => texts.filter((text, nth) => pattern.test(text) && !mayHold(pattern).includes(nth)));
  expect(missed).toEqual([]);
});

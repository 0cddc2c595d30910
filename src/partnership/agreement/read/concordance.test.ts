import { expect, test } from 'vitest';
import { Concordance } from './concordance.ts';

const texts = ['Kommunen BETALAR 10 000 kr.', '', 'Parterna träffas varje kvartal.', 'x', 'Bidraget betalas varje år'];
const concordance = new Concordance(texts);

test('a pattern is looked for only in the texts that hold its words', () => {
  expect(concordance.mayHold(/betala[rs]/iu)).toEqual([0, 4]);
  expect(concordance.mayHold(/varje (?:år|kvartal)/)).toEqual([2, 4]);
  expect(concordance.mayHold(/\d\d \d{3} kr/)).toEqual([0]);
  expect(concordance.mayHold(/uppsägning/)).toEqual([]);
});

test('a pattern without words is looked for everywhere', () => {
  expect(concordance.mayHold(/\p{Lu}/u)).toEqual([0, 1, 2, 3, 4]);
});

test('no text is missed that a pattern matches', () => {
  const patterns = [/betalar/i, /betalas|träffas/, /(?<=varje)\s+år/, /0 kr/, /^x$/, /[.]$/];
  const missed = patterns.flatMap((pattern) => texts.filter((text, nth) => pattern.test(text) && !concordance.mayHold(pattern).includes(nth)));
  expect(missed).toEqual([]);
});

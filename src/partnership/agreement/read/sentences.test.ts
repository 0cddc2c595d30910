import { expect, test } from 'vitest';
import { sentenceRanges } from './sentences.ts';

const split = (text: string): string[] => sentenceRanges(text).map(([at, end]) => text.slice(at, end));

test('a full stop in an abbreviation, a number or a date ends no sentence', () => {
  for (const text of ['Kommunen ger t.ex. lokaler, bl.a. Torget 3.', 'Det kostar ca. 1.250.000 kr. per år.', 'Mötet är kl. 18.00 den 9:e juni.', 'Föreningen, org.nr. 802000-0000, deltar.', 'Se 4.2. om målgrupp m.m.', 'Stiftelsen bildades av E. ON 2008.', 'Bidraget gäller fr.o.m. 2025 t.o.m. 2026.']) {
    expect(split(text), text).toEqual([text]);
  }
});

test('a sentence ends before a capital, also after a number or "m.m."', () => {
  expect(split('Rapporten följer bilaga 1. Den lämnas i juni.')).toEqual(['Rapporten följer bilaga 1.', 'Den lämnas i juni.']);
  expect(split('Kommunen ger lokaler m.m. Föreningen städar.')).toEqual(['Kommunen ger lokaler m.m.', 'Föreningen städar.']);
  expect(split('Är det klart? Ja! Bra.')).toEqual(['Är det klart?', 'Ja!', 'Bra.']);
});

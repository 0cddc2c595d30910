import { expect, test } from 'vitest';
import { inAlphabet, isOneMessage, oneMessage, placesOf } from './one-message.ts';

test('å, ä and ö take one place each, a euro sign and brackets two', () => {
  expect(placesOf('Åsa går på ön')).toBe(13);
  expect(placesOf('[5 €]')).toBe(8);
});

test('a hundred and sixty places are one message and one more is not', () => {
  expect(isOneMessage('ö'.repeat(160))).toBe(true);
  expect(isOneMessage('ö'.repeat(161))).toBe(false);
  expect(isOneMessage(`${'ö'.repeat(159)}€`)).toBe(false);
  expect(isOneMessage('ł')).toBe(false);
});

test('what the alphabet lacks becomes its likeness', () => {
  expect(inAlphabet('21.00–00.30 ”Café Zoë” … Łódź 🙂')).toBe('21.00-00.30 "Café Zoe" ... ?odz ?');
});

test('only the name is shortened, and only as far as it must', () => {
  const say = (name: string) => `Kom till ${name}. ${'x'.repeat(120)}`;
  expect(oneMessage(say, 'Lyktan')).toBe(say('Lyktan'));
  const long = oneMessage(say, 'Föreningen för trygga kvällar och nätter i Granby');
  expect(placesOf(long)).toBe(160);
  expect(long).toMatch(/^Kom till Föreningen för trygga kväl\p{L}*\.\. x+$/u);
  expect(() => oneMessage(() => 'x'.repeat(161), 'Lyktan')).toThrow('words that do not fit');
});

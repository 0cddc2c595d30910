import { expect, test } from 'vitest';
import { shortLines } from './short-lines.ts';

test('a long line is broken at its spaces and no line is wider than 72 characters', () => {
  const words = Array.from({ length: 40 }, (_, number) => `ord${number}`).join(' ');
  const lines = shortLines(words).split('\n');
  expect(lines.join(' ')).toBe(words);
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(72);
  expect(lines.length).toBe(4);
});

test('an address for the browser stays whole, however long', () => {
  const address = `https://handslag.example/feeds/${'x'.repeat(90)}.ics`;
  expect(shortLines(`Öppna ${address} nu`)).toBe(`Öppna\n${address}\nnu`);
});

test('paragraphs stay paragraphs, also when they came from Windows', () => {
  expect(shortLines('Hej!\r\n\r\nEn rad till.')).toBe('Hej!\n\nEn rad till.');
});

test('a line in a list goes on under its words, and an indent is kept', () => {
  expect(shortLines(`- ${'ord '.repeat(20)}slut\n  Lyktan`)).toBe(`- ${'ord '.repeat(16)}ord\n  ord ord ord slut\n  Lyktan`);
});

import { expect, test } from 'vitest';
import { joint, unbroken } from './joint.ts';

test('lines of a paragraph are joined by a space', () => {
  expect(joint('Parterna samverkar om', 'trygghet')).toBe(' ');
  expect(joint('Skriv till anna@example.se', 'eller ring.')).toBe(' ');
});

test('a number or an address broken over two lines becomes whole', () => {
  expect(joint('org.nr 802997-', '5060, Torget 1')).toBe('');
  expect(joint('2026-', '11-01')).toBe('');
  expect(joint('anna.ek', '@example.se')).toBe('');
  expect(joint('mejla anna.ek@samverkan.', 'example.se')).toBe('');
});

test('a hyphen at the end of a line is left for the reader to judge', () => {
  expect(joint('sam-', 'verkan')).toBe('\n');
});

test('in a cell a broken word is mended, and a word with a hyphen of its own keeps it', () => {
  expect(unbroken('sam-\nverkan')).toBe('samverkan');
  expect(unbroken('EST-\nsamordnare')).toBe('EST-samordnare');
  expect(unbroken('Lön\nsamordnare')).toBe('Lön samordnare');
});

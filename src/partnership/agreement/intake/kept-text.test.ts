import fc from 'fast-check';
import { expect, test } from 'vitest';
import { keptText } from './kept-text.ts';

test('lines end in one way, whatever wrote them', () => {
  expect(keptText('ett\r\ntvå\rtre\u2028fyra')).toBe('ett\ntvå\ntre\nfyra');
});

test('å written as a and a ring becomes å', () => {
  expect(keptText('Tra\u030anga\u030as')).toBe('Trångås');
});

test('what a database cannot keep is gone, and pages still begin', () => {
  expect(keptText('a\u0000b\ud800c\fd')).toBe('ab\ufffdc\fd');
});

test('keeping a kept text changes nothing', () => {
  const same = fc.property(fc.string({ unit: 'binary' }), (text) => keptText(keptText(text)) === keptText(text));
  expect(fc.check(same).failed).toBe(false);
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contextOf, readIn } from './index.ts';

/** Pieces that agreements are made of, in any order: what breaks readers is their company, not their letters. */
const piece = fc.constantFrom(
  'Kommunen ska', 'Föreningen', 'åtar sig att', '100 000 kr', '275 tkr', 'den 1 maj', '2025-02-01', 'senast två månader före avtalets slut', 'utbetalas', 'varje kvartal',
  '\n', '\n\n', '- ', 'a) ', '5.1 ', '| Lön | 270 |', '\t', 'Summa', '## Budget', 'Belopp i tkr', '## Kommunens åtaganden', 'styrgruppen', 'i enighet', 'ca. 70 personer', '40 %', ',', '.', ':', ' ', '(', ')', '–',
);
const text = fc.oneof(fc.string({ maxLength: 300 }), fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(' ')));

test('reading facts never throws, is the same twice, and every span lies in the text', () => {
  fc.assert(
    fc.property(text, (words) => {
      const { amounts, budget, payments, deadlines, commitments, goals } = readIn(contextOf(words));
      for (const { source } of [...amounts, ...budget, ...payments, ...deadlines, ...commitments, ...goals]) {
        expect(source.start).toBeGreaterThanOrEqual(0);
        expect(source.end).toBeLessThanOrEqual(words.length);
        expect(source.start).toBeLessThanOrEqual(source.end);
      }
      expect(readIn(contextOf(words))).toEqual(readIn(contextOf(words)));
    }),
    { numRuns: 300 },
  );
});

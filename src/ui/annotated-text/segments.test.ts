import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf, type Mark, segments } from './segments.ts';

const marksWithin = (length: number) =>
  fc.array(fc.tuple(fc.nat(length), fc.nat(length)), { maxLength: 30 }).map((pairs) => pairs.map(([a, b], id): Mark => ({ id: String(id), start: Math.min(a, b), end: Math.max(a, b) })));

test('segments put together are the whole text, and each knows the marks that cover it', () => {
  fc.assert(
    fc.property(marksWithin(200), (marks) => {
      const cut = segments(0, 200, marks);
      expect(cut[0].start).toBe(0);
      expect(cut.at(-1)!.end).toBe(200);
      cut.slice(1).forEach((segment, index) => expect(segment.start).toBe(cut[index].end));
      for (const { start, end, ids } of cut) {
        expect(ids).toEqual(marks.filter((mark) => mark.start <= start && mark.end >= end).map(({ id }) => id));
      }
    }),
  );
});

test('a mark over several lines touches each of them', () => {
  const lines = linesOf('ett\n\ntvå\ntre', [{ id: 'a', start: 1, end: 7 }]);
  expect(lines.map(({ number, marks }) => [number, marks.length])).toEqual([
    [1, 1],
    [3, 1],
    [4, 0],
  ]);
});

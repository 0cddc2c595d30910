import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import type { Position } from '../../model.ts';
import { cornersOf, outlineAsWritten, outlineOf, outlineWritten } from './outline.ts';
import { positionWritten } from './position.ts';

const no = (outcome: { ok: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);

test('a place is read as people write it, with the latitude first', () => {
  for (const written of ['62.4872 17.327', '62,4872; 17,3270', '62.4872, 17.3270', '62.4872° N 17.3270° E', ' 62.4872N, 17.3270Ö ']) expect(positionWritten(written), written).toEqual([17.327, 62.4872]);
  for (const wrong of ['', 'torget', '62.4872', '99 17', '62 181', '62 17 5', '1e2 5']) expect(positionWritten(wrong), wrong).toBeNull();
});

test('an area is three corners or more, whose sides do not cross', () => {
  const square: Position[] = [[17, 62], [17.1, 62], [17.1, 62.1], [17, 62.1]];
  expect(cornersOf(sure(outlineOf(square)))).toEqual(square);
  expect(no(outlineOf(square.slice(0, 2)))).toEqual(['walks.area-needs-three-corners']);
  expect(no(outlineOf([square[0]!, square[2]!, square[1]!, square[3]!]))).toEqual(['walks.area-crosses-itself']);
  expect(no(outlineOf([square[0]!, square[0]!, square[1]!, square[2]!]))).toEqual(['walks.area-crosses-itself']);
  expect(no(outlineOf(Array.from({ length: 201 }, (_, index): Position => [index / 10, 1])))).toEqual(['walks.area-has-too-many-corners']);
});

test('a line that is no corner is told by its number, and nothing written is no outline', () => {
  expect(outlineWritten(' \n')).toEqual({ ok: true, value: null });
  expect(outlineWritten('62 17\n\nvid torget\n62 18')).toMatchObject({ ok: false, refusals: [{ code: 'walks.corner-not-understood', facts: { line: 2 } }] });
});

test('what has been drawn is written and read back the same, to a metre', () => {
  const around = fc.uniqueArray(fc.nat({ max: 99 }), { minLength: 3, maxLength: 30 });
  fc.assert(
    fc.property(around, fc.double({ min: 11, max: 24, noNaN: true }), fc.double({ min: 55, max: 69, noNaN: true }), (steps, longitude, latitude) => {
      const angles = steps.sort((a, b) => a - b).map((step) => (step / 100) * 2 * Math.PI);
      const corners = angles.map((angle): Position => [longitude + Math.cos(angle) / 20, latitude + Math.sin(angle) / 40]);
      const read = outlineWritten(outlineAsWritten(sure(outlineOf(corners))));
      const back = cornersOf(sure(read));
      expect(back).toHaveLength(corners.length);
      for (const [index, [east, north]] of back.entries()) {
        expect(east).toBeCloseTo(corners[index]![0], 4);
        expect(north).toBeCloseTo(corners[index]![1], 4);
      }
    }),
  );
});

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { graticule } from './graticule.ts';

test('a town is crossed by a few lines with whole figures', () => {
  const lines = graticule({ west: 17.301, south: 62.471, east: 17.379, north: 62.509 });
  expect(lines.map(({ name }) => name)).toEqual(['17.32°', '17.34°', '17.36°', '62.48°', '62.49°', '62.50°']);
});

test('whatever is shown, there are few lines and all of them lie in it', () => {
  const degrees = (most: number) => fc.double({ min: -most, max: most, noNaN: true });
  fc.assert(
    fc.property(degrees(179), degrees(84), fc.double({ min: 0.002, max: 80, noNaN: true }), (west, south, size) => {
      const lines = graticule({ west, south, east: west + size, north: south + size / 2 });
      expect(lines.length).toBeLessThanOrEqual(10);
      for (const { coordinates } of lines) for (const [east, north] of coordinates) {
        expect(east).toBeGreaterThanOrEqual(west - 1e-9);
        expect(east).toBeLessThanOrEqual(west + size + 1e-9);
        expect(north).toBeGreaterThanOrEqual(south - 1e-9);
        expect(north).toBeLessThanOrEqual(south + size / 2 + 1e-9);
      }
    }),
  );
});

import type { YoungBand } from '../model.ts';

const BOUNDS = { none: [0, 0], '1-5': [1, 5], '6-15': [6, 15], '16-30': [16, 30], more: [31, null] } as const satisfies Record<YoungBand, readonly [number, number | null]>;

/** Bands added up: at least and at most so many; the most is null where one of them has no upper end. */
export function youngIn(bands: readonly YoungBand[]): { least: number; most: number | null } {
  const most = bands.map((band) => BOUNDS[band][1]);
  return { least: bands.reduce((sum, band) => sum + BOUNDS[band][0], 0), most: most.includes(null) ? null : most.reduce((sum: number, high) => sum + (high ?? 0), 0) };
}

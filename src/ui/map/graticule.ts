/** The part of the earth that a map shows, in degrees. */
export interface Shown {
  west: number;
  south: number;
  east: number;
  north: number;
}

/** One line of a graticule: where it runs and what it is called. */
export interface GraticuleLine {
  name: string;
  coordinates: [number, number][];
}

const STEPS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20];

/** About this many lines each way, so that one can tell how far it is without a ground map. */
const LINES = 4;

/** The lines of whole steps of latitude and longitude through what is shown. */
export function graticule({ west, south, east, north }: Shown): GraticuleLine[] {
  const across = stepFor(east - west);
  const up = stepFor(north - south);
  return [
    ...multiples(west, east, across).map((at): GraticuleLine => ({ name: named(at, across), coordinates: [[at, south], [at, north]] })),
    ...multiples(south, north, up).map((at): GraticuleLine => ({ name: named(at, up), coordinates: [[west, at], [east, at]] })),
  ];
}

const stepFor = (width: number): number => STEPS.find((step) => width / step <= LINES) ?? 20;

const multiples = (from: number, to: number, step: number): number[] => {
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => (first + index) * step);
};

/** "62.48°", with as many figures as the step has. */
const named = (at: number, step: number): string => `${at.toFixed(Math.max(0, Math.ceil(-Math.log10(step))))}°`;

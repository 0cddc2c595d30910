/** The middle of the times, in milliseconds. */
export const median = (times: number[]): number => [...times].sort((a, b) => a - b)[Math.floor(times.length / 2)];

/** Runs before those that count: the engine has then made machine code of what runs often. */
export const WARMING = 15;

/** Runs the work a few times to warm up and then `runs` times; the median in milliseconds. */
export async function medianOf(runs: number, work: () => unknown, warming = WARMING): Promise<number> {
  for (let warm = 0; warm < warming; warm += 1) await work();
  const times: number[] = [];
  for (let run = 0; run < runs; run += 1) {
    const before = performance.now();
    await work();
    times.push(performance.now() - before);
  }
  return median(times);
}

export interface Row {
  what: string;
  measured: string;
  against: string;
  /** Measured divided by what it is held against; at most 1 is within. */
  ratio: number;
}

export const row = (what: string, value: number, unit: string, limit: number, against: string): Row => ({
  what,
  measured: `${value < 10 ? value.toFixed(1) : Math.round(value)} ${unit}`,
  against,
  ratio: value / limit,
});

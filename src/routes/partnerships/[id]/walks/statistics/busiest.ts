import type { WalkStatistics } from '#pure/walks';

/** Where and when most is told of; the first of those that are alike. Null where nothing is. */
export function busiest({ areas, hours, table }: WalkStatistics): { area: string; hour: number } | null {
  const cells = areas.flatMap((area, row) => hours.map((hour, column) => ({ area, hour, told: table.cells[row][column] })));
  const counted = cells.filter((cell): cell is (typeof cells)[number] & { told: number } => typeof cell.told === 'number' && cell.told > 0);
  return counted.sort((a, b) => b.told - a.told)[0] ?? null;
}

/** How dark a cell is, from nothing to five: its part of the largest. */
export const shade = (told: number | 'few', most: number): number => (told === 'few' || told === 0 ? 0 : Math.max(1, Math.ceil((5 * told) / most)));

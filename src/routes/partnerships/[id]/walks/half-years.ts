import * as m from '#messages';
import { halfYearBefore, halfYearFrom, halfYearOf } from '#pure/walks';

/** The half-year that the address of a page names, or the one that today falls in. */
export const halfOf = (url: URL, today: string): string => halfYearFrom(url.searchParams.get('half')) ?? halfYearOf(today);

/** "hösten 2026". */
export const sayHalf = (half: string): string => (half.endsWith('1') ? m.walk_season_spring({ year: half.slice(0, 4) }) : m.walk_season_autumn({ year: half.slice(0, 4) }));

/** The half-years to choose between: this one and the three before, and the chosen one where it is older. */
export function halvesUntil(today: string, chosen: string): string[] {
  const halves = [halfYearOf(today)];
  while (halves.length < 4) halves.push(halfYearBefore(halves.at(-1)!));
  return halves.includes(chosen) ? halves : [...halves, chosen].sort().reverse();
}

import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Polygon, Position } from '../../model.ts';
import { positionAsWritten, positionWritten } from './position.ts';

/** More corners than anybody walks along. */
const MOST_CORNERS = 200;

/** The outline with these corners, closed; a no where they make no area. */
export function outlineOf(corners: readonly Position[]): Outcome<Polygon> {
  if (corners.length < 3) return refuse('invalid', 'walks.area-needs-three-corners', { path: 'corners' });
  if (corners.length > MOST_CORNERS) return refuse('invalid', 'walks.area-has-too-many-corners', { path: 'corners', facts: { most: MOST_CORNERS } });
  if (crossesItself(corners)) return refuse('invalid', 'walks.area-crosses-itself', { path: 'corners' });
  return done({ type: 'Polygon', coordinates: [[...corners, corners[0]!]] });
}

/** The corners of an outline, each once. */
export const cornersOf = (shape: Polygon | null): Position[] => shape?.coordinates[0]?.slice(0, -1) ?? [];

/** The outline that has been written with a corner on each line; null where nothing has been written. */
export function outlineWritten(text: string): Outcome<Polygon | null> {
  const lines = text.split(/\r?\n/).filter((line) => line.trim());
  if (lines.length === 0) return done(null);
  const corners = lines.map(positionWritten);
  const wrong = corners.indexOf(null);
  if (wrong >= 0) return refuse('invalid', 'walks.corner-not-understood', { path: 'corners', facts: { line: wrong + 1 } });
  return outlineOf(corners as Position[]);
}

/** An outline as `outlineWritten` reads it. */
export const outlineAsWritten = (shape: Polygon | null): string => cornersOf(shape).map(positionAsWritten).join('\n');

/** Whether two sides that do not meet in a corner cross, or two corners are the same. */
function crossesItself(corners: readonly Position[]): boolean {
  const sides = corners.map((corner, index) => [corner, corners[(index + 1) % corners.length]!] as const);
  return sides.some(([a, b], one) => same(a, b) || sides.some(([c, d], other) => other > one + 1 && !(one === 0 && other === sides.length - 1) && cross(a, b, c, d)));
}

const same = (a: Position, b: Position): boolean => a[0] === b[0] && a[1] === b[1];

/** Which side of the line from a to b the point lies on: positive, negative, or zero on it. */
const sideOf = (a: Position, b: Position, p: Position): number => Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]));

/** Whether p, which lies on the line through a and b, lies between them. */
const between = (a: Position, b: Position, p: Position): boolean =>
  Math.min(a[0], b[0]) <= p[0] && p[0] <= Math.max(a[0], b[0]) && Math.min(a[1], b[1]) <= p[1] && p[1] <= Math.max(a[1], b[1]);

function cross(a: Position, b: Position, c: Position, d: Position): boolean {
  const [abc, abd, cda, cdb] = [sideOf(a, b, c), sideOf(a, b, d), sideOf(c, d, a), sideOf(c, d, b)];
  if (abc * abd < 0 && cda * cdb < 0) return true;
  return (abc === 0 && between(a, b, c)) || (abd === 0 && between(a, b, d)) || (cda === 0 && between(c, d, a)) || (cdb === 0 && between(c, d, b));
}

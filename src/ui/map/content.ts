import type { Drawing, MapContent, MapPosition } from './model.ts';

type Geometry = { type: 'Point'; coordinates: MapPosition } | { type: 'LineString'; coordinates: MapPosition[] } | { type: 'Polygon'; coordinates: MapPosition[][] };

interface Feature {
  type: 'Feature';
  geometry: Geometry;
  properties: Record<string, string | number | boolean>;
}

/** GeoJSON, as much of it as our maps need. */
export interface FeatureCollection {
  type: 'FeatureCollection';
  features: Feature[];
}

export const collection = (features: Feature[]): FeatureCollection => ({ type: 'FeatureCollection', features });
export const feature = (geometry: Geometry, properties: Feature['properties'] = {}): Feature => ({ type: 'Feature', geometry, properties });

/** What each source of the style is to hold. */
export function sourcesOf({ areas, points }: MapContent, drawing: Drawing | null): Record<'areas' | 'names' | 'points' | 'corners', FeatureCollection> {
  const drawn = drawing ? [{ name: '', corners: drawing.corners }] : [];
  return {
    areas: collection([...areas, ...drawn].filter(({ corners }) => corners.length > 1).map(({ corners }) => feature(corners.length > 2 ? { type: 'Polygon', coordinates: [[...corners, corners[0]!]] } : { type: 'LineString', coordinates: corners }))),
    names: collection(areas.filter(({ corners }) => corners.length > 2).map(({ name, corners }) => feature({ type: 'Point', coordinates: middleOf(corners) }, { name }))),
    points: collection(points.map(({ name, position }) => feature({ type: 'Point', coordinates: position }, { name }))),
    corners: collection((drawing?.corners ?? []).map((corner, index) => feature({ type: 'Point', coordinates: corner }, { index, chosen: index === drawing?.chosen }))),
  };
}

const middleOf = (corners: MapPosition[]): MapPosition => [0, 1].map((axis) => corners.reduce((sum, corner) => sum + corner[axis as 0 | 1], 0) / corners.length) as MapPosition;

/** The corners of the smallest box around everything; null where there is nothing. */
export function boundsOf({ areas, points }: MapContent, drawing: Drawing | null): [MapPosition, MapPosition] | null {
  const all = [...areas.flatMap(({ corners }) => corners), ...points.map(({ position }) => position), ...(drawing?.corners ?? [])];
  if (all.length === 0) return null;
  const [east, north] = [all.map(([longitude]) => longitude), all.map(([, latitude]) => latitude)];
  return [[Math.min(...east), Math.min(...north)], [Math.max(...east), Math.max(...north)]];
}

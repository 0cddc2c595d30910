import type { StyleSpecification } from 'maplibre-gl';

/** What a map is drawn over where a server of tiles has been named. */
export interface Ground {
  url: string;
  attribution: string;
}

/** The colours of the page, so that the map is light and dark as it is. */
export interface Ink {
  paper: string;
  ink: string;
  soft: string;
  rule: string;
  pine: string;
  amber: string;
  font: string;
}

/** The ink of the page as its stylesheet has it now. */
export function inkOf(root: HTMLElement): Ink {
  const style = getComputedStyle(root);
  const token = (name: string): string => style.getPropertyValue(name).trim();
  return { paper: token('--paper'), ink: token('--ink'), soft: token('--soft'), rule: token('--rule'), pine: token('--pine'), amber: token('--amber-mark'), font: 'Atkinson Hyperlegible Next' };
}

const NOTHING = { type: 'FeatureCollection' as const, features: [] };

/** Our own style: ground where there is some, a graticule, areas with their names, meeting points, and the corners of what is being drawn. */
export function styleOf({ paper, ink, soft, rule, pine, amber, font }: Ink, ground: Ground | null): StyleSpecification {
  const text = (color: string) => ({ 'text-color': color, 'text-halo-color': paper, 'text-halo-width': 2 });
  return {
    version: 8,
    sources: {
      graticule: { type: 'geojson', data: NOTHING },
      areas: { type: 'geojson', data: NOTHING },
      names: { type: 'geojson', data: NOTHING },
      points: { type: 'geojson', data: NOTHING },
      corners: { type: 'geojson', data: NOTHING },
      ...(ground && { ground: { type: 'raster' as const, tiles: [ground.url], tileSize: 256, attribution: ground.attribution } }),
    },
    layers: [
      { id: 'paper', type: 'background', paint: { 'background-color': paper } },
      ...(ground ? [{ id: 'ground', type: 'raster' as const, source: 'ground', paint: { 'raster-saturation': -0.6, 'raster-opacity': 0.75 } }] : []),
      { id: 'graticule', type: 'line', source: 'graticule', paint: { 'line-color': rule, 'line-width': 1 } },
      { id: 'graticule-names', type: 'symbol', source: 'graticule', layout: { 'symbol-placement': 'line', 'text-field': ['get', 'name'], 'text-font': [font], 'text-size': 12 }, paint: text(soft) },
      { id: 'areas', type: 'fill', source: 'areas', paint: { 'fill-color': pine, 'fill-opacity': 0.14 } },
      { id: 'outlines', type: 'line', source: 'areas', paint: { 'line-color': pine, 'line-width': 2.5 } },
      { id: 'corners', type: 'circle', source: 'corners', paint: { 'circle-radius': ['case', ['get', 'chosen'], 11, 8], 'circle-color': ['case', ['get', 'chosen'], amber, paper], 'circle-stroke-color': ink, 'circle-stroke-width': 2.5 } },
      { id: 'points', type: 'circle', source: 'points', paint: { 'circle-radius': 6, 'circle-color': ink, 'circle-stroke-color': paper, 'circle-stroke-width': 2 } },
      { id: 'names', type: 'symbol', source: 'names', layout: { 'text-field': ['get', 'name'], 'text-font': [font], 'text-size': 17 }, paint: text(pine) },
      { id: 'point-names', type: 'symbol', source: 'points', layout: { 'text-field': ['get', 'name'], 'text-font': [font], 'text-size': 14, 'text-anchor': 'left', 'text-offset': [0.8, 0] }, paint: text(ink) },
    ],
  };
}

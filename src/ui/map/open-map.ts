import { type GeoJSONSource, Map as MapLibre, type MapMouseEvent, type MapTouchEvent, NavigationControl, ScaleControl, setWorkerUrl } from 'maplibre-gl';
import 'maplibre-gl/dist/maplibre-gl.css';
// The worker is a file of our own, so that the page needs no right to run what it has made up.
import workerUrl from 'maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url';
import * as m from '#messages';
import { boundsOf, collection, feature, type FeatureCollection, sourcesOf } from './content.ts';
import { graticule } from './graticule.ts';
import type { Drawing, MapContent, MapGestures, MapPosition, OpenMap } from './model.ts';
import { type Ground, inkOf, styleOf } from './style.ts';

/** The middle of Sweden, where nothing is known. */
const SWEDEN = { center: [16.3, 62.4] as MapPosition, zoom: 4 };

const WORDS = {
  'NavigationControl.ZoomIn': m.map_closer(),
  'NavigationControl.ZoomOut': m.map_further(),
  'ScaleControl.Meters': 'm',
  'ScaleControl.Kilometers': 'km',
  'CooperativeGesturesHandler.WindowsHelpText': m.map_ctrl_to_zoom(),
  'CooperativeGesturesHandler.MacHelpText': m.map_ctrl_to_zoom(),
  'CooperativeGesturesHandler.MobileHelpText': m.map_two_fingers(),
};

/** Opens a map in the element: light or dark as the page, with or without a ground. Throws where the browser cannot draw one. */
export function openMap(element: HTMLElement, { title, content, drawing, ground, gestures }: { title: string; content: MapContent; drawing: Drawing | null; ground: Ground | null; gestures: MapGestures | null }): OpenMap {
  setWorkerUrl(workerUrl);
  const bounds = boundsOf(content, drawing);
  const map = new MapLibre({
    container: element,
    style: styleOf(inkOf(element), ground),
    ...(bounds ? { bounds, fitBoundsOptions: { padding: 48, maxZoom: 15 } } : SWEDEN),
    attributionControl: ground ? { compact: false } : false,
    cooperativeGestures: true,
    dragRotate: false,
    pitchWithRotate: false,
    locale: { ...WORDS, 'Map.Title': title },
  });
  map.touchZoomRotate.disableRotation();
  map.addControl(new NavigationControl({ showCompass: false }), 'top-right');
  map.addControl(new ScaleControl({ unit: 'metric' }), 'bottom-left');

  let shown = { content, drawing };
  const put = (name: string, data: FeatureCollection) => (map.getSource(name) as GeoJSONSource | undefined)?.setData(data);
  const putAll = () => {
    for (const [name, data] of Object.entries(sourcesOf(shown.content, shown.drawing))) put(name, data);
  };
  const putGraticule = () => {
    const [[west, south], [east, north]] = map.getBounds().toArray() as [MapPosition, MapPosition];
    put('graticule', collection(graticule({ west, south, east, north }).map(({ name, coordinates }) => feature({ type: 'LineString', coordinates }, { name }))));
  };
  map.on('style.load', () => {
    putAll();
    putGraticule();
  });
  map.on('moveend', putGraticule);
  if (gestures) listen(map, gestures);

  const dark = window.matchMedia('(prefers-color-scheme: dark)');
  const recolour = () => map.setStyle(styleOf(inkOf(element), ground), { diff: false });
  dark.addEventListener('change', recolour);

  return {
    show(next, nextDrawing) {
      shown = { content: next, drawing: nextDrawing };
      putAll();
    },
    middle: () => map.getCenter().toArray() as MapPosition,
    moved(position, right, down) {
      const { x, y } = map.project(position);
      return map.unproject([x + right, y + down]).toArray() as MapPosition;
    },
    close() {
      dark.removeEventListener('change', recolour);
      map.remove();
    },
  };
}

/** A press adds, a press on a corner chooses it, and a corner that is held follows. */
function listen(map: MapLibre, { press, choose, drag }: MapGestures): void {
  let held: number | null = null;
  const cornerAt = ({ point }: MapMouseEvent | MapTouchEvent): number | null => {
    const around = 14;
    const [corner] = map.getLayer('corners') ? map.queryRenderedFeatures([[point.x - around, point.y - around], [point.x + around, point.y + around]], { layers: ['corners'] }) : [];
    return corner ? Number(corner.properties.index) : null;
  };
  const take = (event: MapMouseEvent | MapTouchEvent) => {
    held = cornerAt(event);
    if (held === null) return;
    event.preventDefault();
    choose(held);
  };
  const follow = ({ lngLat }: MapMouseEvent | MapTouchEvent) => {
    if (held !== null) drag(held, lngLat.toArray() as MapPosition);
  };
  const letGo = () => {
    held = null;
  };
  map.on('mousedown', take);
  map.on('touchstart', take);
  map.on('mousemove', follow);
  map.on('touchmove', follow);
  map.on('mouseup', letGo);
  map.on('touchend', letGo);
  map.on('click', (event) => {
    if (cornerAt(event) === null) press(event.lngLat.toArray() as MapPosition);
  });
}

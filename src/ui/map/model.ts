/** Longitude and latitude in degrees. */
export type MapPosition = [number, number];

/** What a map shows: outlines and points, each with its name. */
export interface MapContent {
  areas: { name: string; corners: MapPosition[] }[];
  points: { name: string; position: MapPosition }[];
}

/** The corners of what is being drawn, and which of them is chosen. */
export interface Drawing {
  corners: MapPosition[];
  chosen: number;
}

/** A map on a page. */
export interface OpenMap {
  show(content: MapContent, drawing: Drawing | null): void;
  /** What lies in the middle. */
  middle(): MapPosition;
  /** Where a position comes to when it is moved by so many pixels on the screen. */
  moved(position: MapPosition, right: number, down: number): MapPosition;
  close(): void;
}

/** What somebody does on the map with a finger or a pointer. */
export interface MapGestures {
  press(position: MapPosition): void;
  choose(corner: number): void;
  drag(corner: number, to: MapPosition): void;
}

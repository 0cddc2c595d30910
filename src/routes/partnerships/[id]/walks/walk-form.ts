import type { Area } from '#pure/walks';

/** A choice of where: an area, or an area with one of its meeting points, as one value in a form. */
export interface PlaceChoice {
  value: string;
  words: string;
}

/** The places a walk can have: each area, and each of its meeting points. */
export const placesIn = (areas: readonly Area[]): PlaceChoice[] =>
  areas.flatMap(({ id, name, meetingPoints }) => [{ value: id, words: name }, ...meetingPoints.map((point) => ({ value: `${id}/${point.id}`, words: `${name}: ${point.name}` }))]);

/** What was chosen, taken apart. */
export function placeTyped(value: string): { areaId: string; meetingPointId: string | null } {
  const [areaId = '', meetingPointId] = value.split('/');
  return { areaId, meetingPointId: meetingPointId || null };
}

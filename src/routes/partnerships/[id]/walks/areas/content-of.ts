import { type Area, cornersOf } from '#pure/walks';
import type { MapContent } from '#ui/map/model.ts';

/** Areas as a map shows them: outlines that have been drawn, and meeting points whose position is known. */
export const contentOf = (areas: readonly Area[]): MapContent => ({
  areas: areas.filter(({ shape }) => shape !== null).map(({ name, shape }) => ({ name, corners: cornersOf(shape) })),
  points: areas.flatMap(({ meetingPoints }) => meetingPoints.flatMap(({ name, position }) => (position ? [{ name, position }] : []))),
});

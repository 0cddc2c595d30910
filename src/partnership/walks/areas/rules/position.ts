import type { Position } from '../../model.ts';

const WRITTEN = /^\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*[NS]?\s*[;,\s]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*°?\s*[EÖWV]?\s*$/i;

/** A place as people write it, latitude first: "62.4872 17.3270", "62,4872; 17,3270". Null where it is none, or not on the earth. */
export function positionWritten(text: string): Position | null {
  const found = WRITTEN.exec(text);
  if (!found) return null;
  const [latitude, longitude] = [found[1], found[2]].map((figure) => Number(figure!.replace(',', '.')));
  return Math.abs(latitude!) <= 85 && Math.abs(longitude!) <= 180 ? [longitude!, latitude!] : null;
}

/** A place as `positionWritten` reads it, to a metre or so. */
export const positionAsWritten = ([longitude, latitude]: Position): string => `${latitude.toFixed(5)} ${longitude.toFixed(5)}`;

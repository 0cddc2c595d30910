import type { Line } from './lines.ts';

const PAGE_COUNT = /\b(?:sida?|page|s\.)\s*\d+|\d+\s*(?:\(\d+\)|av\s+\d+|\/\s*\d+|of\s+\d+)|^[-–\s]*\d+[-–\s]*$/gi;
/** Lines from the top and from the bottom where headers and footers are looked for. */
const DEPTH = 4;

/**
 * The lines that pages repeat on the same height: headers, footers, page numbers. They are no part of the running text and
 * would stand in the middle of its sentences.
 */
export function repeatedLines(pages: Line[][]): Set<Line> {
  const places = new Map<string, Line[]>();
  for (const lines of pages) {
    for (const line of new Set([...lines.slice(0, DEPTH), ...lines.slice(-DEPTH)])) {
      const key = `${Math.round(line.y / 4)} ${line.cells.map((cell) => cell.text).join(' ').replace(PAGE_COUNT, '#')}`;
      places.set(key, [...(places.get(key) ?? []), line]);
    }
  }
  const enough = Math.max(2, pages.length * 0.6);
  return new Set([...places.values()].filter((lines) => lines.length >= enough).flat());
}

/** A mark on a text: from `start` to before `end`. Marks may overlap and lie inside each other. */
export interface Mark {
  id: string;
  start: number;
  end: number;
}

/** A stretch of text that the same marks cover, in the order the marks were given. */
export interface Segment {
  start: number;
  end: number;
  ids: string[];
}

/**
 * Cuts the stretch from `start` to `end` at the borders of the marks. The segments follow each other without gaps and
 * together are the whole stretch; marks outside it or empty are left out. `marks` must be sorted by start.
 */
export function segments(start: number, end: number, marks: Mark[]): Segment[] {
  const inside = marks.filter((mark) => mark.start < end && mark.end > start && mark.start < mark.end);
  const borders = new Set([start, end]);
  for (const mark of inside) borders.add(Math.max(start, mark.start)).add(Math.min(end, mark.end));
  const sorted = [...borders].sort((a, b) => a - b);
  return sorted.slice(1).map((to, index) => ({
    start: sorted[index],
    end: to,
    ids: inside.filter((mark) => mark.start < to && mark.end > sorted[index]).map(({ id }) => id),
  }));
}

/** The lines of a text that are not blank, each with its number, place and the marks that touch it. Linear in both. */
export function linesOf(text: string, marks: Mark[]): { number: number; start: number; end: number; marks: Mark[] }[] {
  const sorted = [...marks].sort((a, b) => a.start - b.start);
  const lines = [];
  let open: Mark[] = [];
  let next = 0;
  let start = 0;
  for (const [index, line] of text.split('\n').entries()) {
    const end = start + line.length;
    while (next < sorted.length && sorted[next].start < end) open.push(sorted[next++]);
    open = open.filter((mark) => mark.end > start);
    if (line.trim() !== '') lines.push({ number: index + 1, start, end, marks: open });
    start = end + 1;
  }
  return lines;
}

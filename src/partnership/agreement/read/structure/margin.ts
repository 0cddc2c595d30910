import type { WrittenLine } from './lines.ts';

/** A text whose headings stand in the left margin beside their paragraphs: each such line becomes a heading and a text line. */
export function splitMargin(lines: WrittenLine[]): WrittenLine[] {
  const column = textColumn(lines);
  if (column === null) return lines;
  return lines.flatMap((line) => {
    const beside = besideAt(line, column);
    if (beside === null) return [line];
    const label = line.text.slice(0, beside).trimEnd();
    const words = line.text.slice(beside);
    return [
      { ...line, text: label, end: line.start + label.length, gap: Math.max(1, line.gap), isHeading: true },
      { ...line, text: words, start: line.start + beside, gap: 0, indent: column },
    ];
  });
}

/** The column most lines are indented to, where at least four lines also have words in the margin before it. */
function textColumn(lines: WrittenLine[]): number | null {
  const counts = new Map<number, number>();
  for (const { indent } of lines) if (indent >= 10) counts.set(indent, (counts.get(indent) ?? 0) + 1);
  const [column, many] = [...counts].sort((a, b) => b[1] - a[1])[0] ?? [0, 0];
  if (many < 5 || many < lines.length * 0.25) return null;
  return lines.filter((line) => besideAt(line, column) !== null).length >= 4 ? column : null;
}

/** Where the words beside a margin's heading begin in the line, or null. */
function besideAt(line: WrittenLine, column: number): number | null {
  if (line.indent !== 0 || line.text.length <= column || line.text[column] === ' ') return null;
  return /^\p{Lu}.*\S {2,}$/u.test(line.text.slice(0, column)) && !/ {3,}\S/.test(line.text.slice(0, column)) ? column : null;
}

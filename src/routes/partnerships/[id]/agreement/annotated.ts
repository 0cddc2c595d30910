import { type FactView, lineKinds } from '#pure/agreement';
import { linesOf, segments } from '#ui/annotated-text/segments.ts';

/** Characters of a text whose headings are looked for: some 170 pages. Everybody else waits while it is done; a longer one is shown as plain lines. */
const LARGEST = 500_000;

/** The text line by line, each with what it is a part of, cut where facts begin and end. */
export function annotated(text: string, facts: FactView[]) {
  const kinds: ReturnType<typeof lineKinds> = text.length > LARGEST ? new Map() : lineKinds(text);
  return linesOf(text, facts.map(({ id, span }) => ({ id, ...span }))).map(({ number, start, end, marks }) => {
    const kind = kinds.get(number) ?? 'paragraph';
    const [before, after] = kind === 'heading' ? markdownMarks(text.slice(start, end)) : [0, 0];
    return { number, kind, segments: segments(start + before, end - after, marks).map(({ start, end, ids }) => ({ text: text.slice(start, end), ids })) };
  });
}

/** Characters of "###" before a heading and of "**" around it, which its own look says already. */
function markdownMarks(line: string): [before: number, after: number] {
  const hashes = /^\s*#{1,6}\s+/.exec(line)?.[0].length ?? 0;
  const bold = /^(\*\*|__).+\1\s*$/.test(line.slice(hashes));
  return bold ? [hashes + 2, line.length - line.trimEnd().length + 2] : [hashes, 0];
}

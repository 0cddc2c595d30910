import type { TextSpan } from '#kernel/text-span.ts';

/** The place of a line that a person names by its number, without the space around it; null where there is no such line or it is blank. */
export function linePlace(text: string, typed: string): TextSpan | null {
  const line = Number(typed.trim());
  if (!Number.isInteger(line) || line < 1) return null;
  const lines = text.split('\n');
  const words = lines[line - 1]?.trim();
  if (!words) return null;
  const lineStart = lines.slice(0, line - 1).reduce((sum, { length }) => sum + length + 1, 0);
  const start = lineStart + lines[line - 1].indexOf(words);
  return { start, end: start + words.length, line };
}

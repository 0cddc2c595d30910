import { joint } from '../layout/joint.ts';
import type { Piece } from '../layout/piece.ts';

/** Puts a page after those before it. A sentence that goes on over the page break becomes one again. */
export function joinPages(before: Piece[], next: Piece[]): Piece[] {
  const last = before.at(-1);
  const first = next[0];
  if (!last || !first || last.kind === 'table' || last.kind === 'heading' || first.kind !== 'paragraph') return before.concat(next);
  const goesOn = /[\p{L}\p{N},–-]$/u.test(last.text) && /^[\p{Ll}]/u.test(first.text) && first.label === null;
  if (!goesOn) return before.concat(next);
  return [...before.slice(0, -1), { ...last, text: last.text + joint(last.text, first.text) + first.text }, ...next.slice(1)];
}

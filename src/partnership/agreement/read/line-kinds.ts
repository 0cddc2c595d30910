import type { BlockKind } from './document.ts';
import { structure } from './structure/index.ts';

/** What each written line of the text is a part of, by its number: so that a page can show a heading as a heading. */
export const lineKinds = (text: string): Map<number, BlockKind> =>
  new Map(structure(text).blocks.flatMap(({ kind, lines }) => lines.map(({ number }) => [number, kind] as const)));

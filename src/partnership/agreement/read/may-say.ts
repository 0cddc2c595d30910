import { Concordance } from './concordance.ts';
import type { AgreementDocument, Block } from './document.ts';

/** Each document's letters are looked through once, by the first who asks. */
const looked = new WeakMap<AgreementDocument, Concordance>();

function concordanceOf(doc: AgreementDocument): Concordance {
  const known = looked.get(doc);
  if (known) return known;
  const concordance = new Concordance(doc.blocks.map(({ text }) => text));
  looked.set(doc, concordance);
  return concordance;
}

/** The blocks of the document in which the pattern, or the words, may be found, in order; it is in none of the others. */
export const blocksThatMaySay = (doc: AgreementDocument, sought: RegExp | string): Block[] => concordanceOf(doc).mayHold(sought)?.map((place) => doc.blocks[place]!) ?? doc.blocks;

/** Tells of a block of the document whether the pattern may be found in it, or in a part of it; where it says no, it is not. */
export function maySay(doc: AgreementDocument, pattern: RegExp): (block: Block) => boolean {
  const places = concordanceOf(doc).mayHold(pattern);
  if (!places) return () => true;
  const marks = new Uint8Array(doc.blocks.length);
  for (const place of places) marks[place] = 1;
  return ({ place }) => marks[place] === 1;
}

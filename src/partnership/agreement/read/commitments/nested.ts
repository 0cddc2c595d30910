import type { Block } from '../document.ts';

const PROMISES = /(?<!\p{L})(?:ska|skall|(?:åtar|förbinder) sig|lovar|ansvarar för|svarar för)(?: även| också| vidare)?(?: att)?:?$/iu;
const isNumbered = (block: Block | undefined): boolean => block?.kind === 'item' && /^\d/.test(block.label ?? '');
const isLettered = (block: Block | undefined): boolean => block?.kind === 'item' && block.label !== null && !/^\d/.test(block.label);

/** What an item is where numbered clauses hold lists of their own: "2. Klubben ska" leads the letters under it, and the next number is a clause again. */
export function nestedRoles(blocks: Block[]): ('lead' | 'clause' | null)[] {
  let hasList = false;
  return blocks.map((block, at) => {
    if (isLettered(block)) hasList = true;
    if (!isNumbered(block)) return null;
    if (isLettered(blocks[at + 1]) && PROMISES.test(block.text)) return 'lead';
    return hasList ? 'clause' : null;
  });
}

import type { Block, Section } from '../document.ts';

/** The sections the headings open, each block told where it stands, each section knowing the headings above it. Section 0 is what stands before the first heading. */
export function sectionsOf(blocks: Block[]): Section[] {
  const sections: Section[] = [{ heading: null, parents: [], blocks: [] }];
  const open: { index: number; level: number }[] = [];
  blocks.forEach((block, place) => {
    if (block.kind === 'heading') {
      while (open.length > 0 && open.at(-1)!.level >= block.level) open.pop();
      sections.push({ heading: block, parents: open.map((above) => above.index), blocks: [] });
      open.push({ index: sections.length - 1, level: block.level });
    } else if (block.kind !== 'furniture') sections.at(-1)!.blocks.push(block);
    block.section = sections.length - 1;
    block.place = place;
  });
  return sections;
}

/** Gives headings their depth: Markdown and numbers say it; other headings stand below the nearest such heading, capitals above bold above plain. */
export class HeadingLevels {
  #marked = 0;
  readonly #capitalsLead: boolean;

  constructor(headings: { text: string; isMarked: boolean }[]) {
    const capitals = headings.filter((heading) => !heading.isMarked && isCapitals(heading.text)).length;
    this.#capitalsLead = capitals >= 3 && capitals < headings.length;
  }

  levelOf(text: string, markdown: number | null, numbered: number | null): number {
    if (markdown !== null) {
      this.#marked = markdown;
      return markdown;
    }
    if (numbered !== null) {
      this.#marked = numbered;
      return numbered;
    }
    if (/^(?:kontaktperson|underskrift|undertecknande|signatur)/i.test(text)) return 1;
    return this.#marked + (this.#capitalsLead && !isCapitals(text) ? 2 : 1);
  }
}

const isCapitals = (text: string): boolean => text === text.toUpperCase();

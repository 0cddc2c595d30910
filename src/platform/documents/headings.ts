import type { DocumentContent, DocumentSection } from './content.ts';
import type { Say } from './say.ts';

/** A section with the depth of its heading: 1 for "4" and for what has no number, 2 for "4.2". */
export interface LevelledSection extends DocumentSection {
  level: number;
}

/** What stands for a heading that has no words: one without any would be lost to whoever goes by headings. */
const NO_WORDS = '–';

/** The sections with their depths. No depth is skipped on the way down: a reader who goes by headings would look for what is missing. */
export function levelled(sections: DocumentSection[], under = 0): LevelledSection[] {
  let before = under;
  return sections.map((section) => {
    const level = Math.min(under + depthOf(section.number), before + 1, 6);
    before = level;
    return { ...section, heading: section.heading.trim() || NO_WORDS, level };
  });
}

const depthOf = (number: string | null): number => number?.match(/\d+/g)?.length || 1;

/** "Bilaga 2 Budget"; an annex that already says that it is one keeps its own words. */
export const annexHeading = ({ title }: DocumentContent['annexes'][number], at: number, say: Say): string =>
  /^(?:bilaga|annex|appendix)\b/i.test(title) ? title : `${say.annex(at + 1)} ${title}`;

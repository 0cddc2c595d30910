import type { Page } from './page.ts';

/** How large the letters of a document are, so that what is larger can be told. */
export interface TypeSizes {
  /** The size most of the text has. */
  body: number;
  /** 1 for the largest of the sizes that headings have; null for a size that ordinary text may have. */
  headingLevel: (size: number) => number | null;
}

const rounded = (size: number): number => Math.round(size * 2) / 2;

export function typeSizes(pages: Page[]): TypeSizes {
  const letters = new Map<number, number>();
  for (const page of pages) for (const word of page.words) letters.set(rounded(word.size), (letters.get(rounded(word.size)) ?? 0) + word.text.length);
  const body = [...letters].reduce((most, each) => (each[1] > most[1] ? each : most), [11, 0])[0];
  const larger = [...letters.keys()].filter((size) => size >= body * 1.15).sort((a, b) => b - a);
  return {
    body,
    headingLevel: (size) => {
      const at = larger.indexOf(rounded(size));
      return at < 0 ? null : Math.min(at + 1, 4);
    },
  };
}

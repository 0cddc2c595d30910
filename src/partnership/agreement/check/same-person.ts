/** A name without case, space and order of hyphens, so that the same person is recognised in two places. */
export const personKey = (name: string): string => name.toLowerCase().replace(/[^\p{L}]+/gu, ' ').trim();

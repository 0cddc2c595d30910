import type { TextSpan } from '../text-span.ts';

/** What free text can give away about a person. */
export const FOUND_KINDS = ['personal-number', 'coordination-number', 'phone-number', 'plate', 'name'] as const;

export type FoundKind = (typeof FOUND_KINDS)[number];

/** A place in a text that gives away a person. */
export interface Found {
  kind: FoundKind;
  span: Pick<TextSpan, 'start' | 'end'>;
}

export const foundAt = (kind: FoundKind, start: number, written: string): Found => ({ kind, span: { start, end: start + written.length } });

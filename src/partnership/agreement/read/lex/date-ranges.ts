import { datesIn, type FoundDate } from './dates.ts';

/** From one date to another, as in "1 mars till 30 november 2024". */
export interface FoundRange {
  at: number;
  end: number;
  from: FoundDate;
  to: FoundDate;
}

const BETWEEN =
  /^[\s,]*(?:och\s+(?:löper\s+|gäller\s+|varar\s+|pågår\s+)?)?(?:löper\s+|gäller\s+)?(?:[-\u2010-\u2015\u2212]{1,2}|\/|(?:fram\s+)?till(?:\s+och\s+med|\s+slutet\s+av|\s+utgången\s+av)?|t\.?\s?o\.?\s?m\.?|tom\.?|t\.?\s?om|--|→|och\s+med)\s*(?:den\s+|dagen\s+)?(?:utgången\s+av\s+|slutet\s+av\s+)?$/i;

/** Every range in the text, left to right. With `years`, also "2024–2026". */
export function rangesIn(text: string, options: { years?: boolean } = {}): FoundRange[] {
  const dates = datesIn(text, options);
  const ranges: FoundRange[] = [];
  for (let i = 0; i + 1 < dates.length; i += 1) {
    const from = dates[i]!;
    const to = dates[i + 1]!;
    if (to.at - from.end > 60) continue;
    const between = text.slice(from.end, to.at);
    if (BETWEEN.test(between) || (/^\s*(?:och|samt)\s+(?:den\s+)?$/.test(between) && /mellan\s+(?:den\s+)?$/i.test(text.slice(Math.max(0, from.at - 14), from.at)))) {
      ranges.push({ at: from.at, end: to.end, from, to });
      i += 1;
    }
  }
  return ranges;
}

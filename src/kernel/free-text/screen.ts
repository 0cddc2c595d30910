import { overlaps } from '../text-span.ts';
import { type Found, FOUND_KINDS } from './found.ts';
import { namesNearSuspicionIn } from './named-suspect.ts';
import { personalNumbersIn } from './personal-number.ts';
import { phoneNumbersIn } from './phone-number.ts';
import { platesIn } from './plate.ts';

export type { Found, FoundKind } from './found.ts';

/**
 * Everything in a free text that gives away a person, in the order of the text and never twice for the same words.
 * `known` are names that are no private person's: the parties and places of the partnership. It asks; it proves nothing.
 */
export function screen(text: string, known: readonly string[] = []): Found[] {
  const all = [...personalNumbersIn(text), ...phoneNumbersIn(text), ...platesIn(text), ...namesNearSuspicionIn(text, known)];
  const kept: Found[] = [];
  for (const found of all.sort(gravestFirst)) if (!kept.some(({ span }) => overlaps({ ...span, line: 0 }, { ...found.span, line: 0 }))) kept.push(found);
  return kept.sort((a, b) => a.span.start - b.span.start);
}

const gravestFirst = (a: Found, b: Found): number => FOUND_KINDS.indexOf(a.kind) - FOUND_KINDS.indexOf(b.kind);

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { foldedText } from './letters.ts';
import { hintOf, triggersOf } from './triggers.ts';

const runsOf = (pattern: RegExp): string[] | null => triggersOf(pattern)?.map(({ run }) => run) ?? null;

describe('the triggers of a pattern', () => {
  test('are the words of which one must stand where it matches', () => {
    expect(runsOf(/(?<!\p{L})(?:Uppgår till|totalt)\s+\d{1,3} kr/iu)).toEqual(['uppgår till', 'totalt']);
    expect(runsOf(/belopp(?:en)?\s*i (tkr|kkr)/)).toEqual(['belopp']);
    expect(runsOf(/\p{L}*rapport\p{L}* lämnas (?!senast)/u)).toEqual([' lämnas ']);
    expect(runsOf(/(?<!\d)20\d\d-\d\d/)).toEqual(['0000.00']);
  });

  test('are unknown where it may match without any one word', () => {
    expect(runsOf(/\p{Lu}[\p{L}-]+/u)).toBeNull();
    expect(runsOf(/(?:varje månad)?/)).toBeNull();
    expect(runsOf(/kommunen|[a-z]+/)).toBeNull();
    expect(runsOf(/(?=kommunen)|(?!kommunen)|(?:rapport){0,2}/)).toBeNull();
  });

  test('make a plain pattern that is found wherever the long one is', () => {
    const hint = hintOf(/(?<!\p{L})(?:\p{L}{3,}förvaltningen|2\d gånger per år|sjö-)(?!\p{L})/iu);
    expect(['Kulturförvaltningen', '25 gånger per år', 'insjö-'].map((text) => hint.test(text))).toEqual([true, true, true]);
    expect(hint.test('Föreningen')).toBe(false);
    expect(hintOf(/\p{Lu}/u).test('')).toBe(true);
  });

  test('stand, folded, in every text that any pattern matches', () => {
    let told = 0;
    fc.assert(
      fc.property(source, fc.constantFrom('', 'i', 'u', 'iu'), text, (written, flags, words) => {
        const pattern = new RegExp(written, flags);
        const triggers = triggersOf(pattern);
        if (!triggers || !pattern.test(words)) return;
        told += 1;
        expect(triggers.some(({ run }) => foldedText(words).includes(run))).toBe(true);
      }),
      { numRuns: 8_000, seed: 11 },
    );
    expect(told).toBeGreaterThan(100);
  });
});

/** Few letters, so that patterns and texts made by chance meet: also those that are written in several ways. */
const text = fc.array(fc.constantFrom('k', 'K', '\u212a', 's', '\u017f', '1', ' ', '\u00a0', '-'), { minLength: 40, maxLength: 90 }).map((all) => all.join(''));
const plain = fc.array(fc.constantFrom('k', 'k', 'S', '1', ' ', '-', '\\s', '\\d', '[ks]', '[a-k]', '[^s]', '[\\d-]', '.'), { minLength: 1, maxLength: 3 }).map((all) => all.join(''));
const { source } = fc.letrec<{ source: string; part: string }>((tie) => ({
  source: fc.array(tie('part'), { minLength: 1, maxLength: 4 }).map((parts) => parts.join('')),
  part: fc.oneof(
    { weight: 4, arbitrary: plain },
    fc.tuple(fc.constantFrom('(?:', '('), tie('source'), tie('source'), fc.constantFrom(')', ')?', '){2}', '){0,2}')).map(([open, a, b, close]) => `${open}${a}|${b}${close}`),
    fc.tuple(fc.constantFrom('(?=', '(?!', '(?<!', '(?<='), plain).map(([open, inside]) => `${open}${inside})`),
    fc.tuple(fc.constantFrom('k', 'S', '\\d', '[ks]', '.'), fc.constantFrom('+', '*', '+?')).map(([inside, times]) => inside + times),
    fc.tuple(plain, fc.constantFrom('?', '{2}', '{1,3}', '{0,2}?')).map(([inside, times]) => inside + times),
  ),
}));

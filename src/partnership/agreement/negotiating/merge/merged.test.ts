import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tokensOf } from '../compare/tokens.ts';
import { merged, mergedText, type MergePart, reading, withBoth } from './merged.ts';

const BASE = 'Kommunen betalar 200 000 kr. Föreningen lämnar en rapport i juni.\n\nParterna möts varje kvartal.';

describe('two edits of the same clause', () => {
  test('are one when they changed different sentences', () => {
    const mine = BASE.replace('200 000', '300 000');
    const theirs = BASE.replace('varje kvartal', 'varje månad');
    expect(mergedText(merged(BASE, mine, theirs))).toBe(BASE.replace('200 000', '300 000').replace('varje kvartal', 'varje månad'));
  });

  test('are shown to a person when they changed the same sentence, each as its whole sentence', () => {
    const parts = merged(BASE, BASE.replace('en rapport', 'två rapporter'), BASE.replace('juni', 'juli'));
    expect(mergedText(parts)).toBeNull();
    expect(parts.find(({ kind }) => kind === 'collision')).toEqual({
      kind: 'collision',
      base: ' Föreningen lämnar en rapport i juni.',
      mine: ' Föreningen lämnar två rapporter i juni.',
      theirs: ' Föreningen lämnar en rapport i juli.',
    });
    expect(withBoth(parts)).toContain('två rapporter i juni. Föreningen lämnar en rapport i juli.');
  });

  test('that say the same thing do not collide, and two different additions at the same place do', () => {
    const more = `${BASE} Mötena leds växelvis.`;
    expect(mergedText(merged(BASE, more, more))).toBe(more);
    expect(mergedText(merged(BASE, more, `${BASE} Kommunen kallar.`))).toBeNull();
  });

  test('a paragraph that one took out while the other changed it is not lost', () => {
    const parts = merged(BASE, BASE.split('\n\n')[0], BASE.replace('varje kvartal', 'varje månad'));
    expect(parts.some((part) => part.kind === 'collision' && part.theirs.includes('varje månad'))).toBe(true);
  });
});

const text = fc.array(fc.constantFrom('kommunen', 'ska', 'betala', '5 §', 'och', '.', ',', 'möte', '\n\n', 'lokal'), { maxLength: 25 }).map((words) => words.join(' '));
const said = (of: string): Map<string, number> => Map.groupBy(tokensOf(of).flatMap(({ word }) => word || []), (word) => word).entries().reduce((bag, [word, all]) => bag.set(word, all.length), new Map<string, number>());
const everything = (parts: MergePart[]): string => parts.map((part) => (part.kind === 'agreed' ? part.text : `${part.mine} ${part.theirs}`)).join(' ');

describe('any two edits', () => {
  test('one that changed nothing gives way to the other', () => {
    fc.assert(fc.property(text, text, (base, edit) => {
      expect([merged(base, base, edit), merged(base, edit, base), merged(base, edit, edit)].map(mergedText)).toEqual([edit, edit, edit]);
    }));
  });

  test('nothing that either wrote is lost, and nothing that neither took out', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const [there, was] = [said(everything(merged(base, mine, theirs))), said(base)];
        for (const edit of [mine, theirs]) {
          for (const [word, count] of said(edit)) expect(there.get(word) ?? 0, word).toBeGreaterThanOrEqual(count - (was.get(word) ?? 0));
        }
        for (const [word, count] of was) expect(there.get(word) ?? 0).toBeGreaterThanOrEqual(Math.min(count, (said(mine).get(word) ?? 0) + (said(theirs).get(word) ?? 0) - count));
      }),
      { numRuns: 300 },
    );
  });

  test('neither is favoured', () => {
    fc.assert(
      fc.property(text, text, text, (base, mine, theirs) => {
        const [one, other] = [merged(base, mine, theirs), merged(base, theirs, mine)];
        expect(reading(other, 'theirs')).toBe(reading(one, 'mine'));
        expect(reading(other, 'mine')).toBe(reading(one, 'theirs'));
      }),
      { numRuns: 300 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Clause, DraftContent } from '../../drafting/model.ts';
import { compare } from './compare.ts';
import { filledPieces } from './filled.ts';
import { type ClauseDifference, type Comparison, type Piece, saysTheSameAs } from './model.ts';
import { piecesOf } from './pieces.ts';
import { tokensOf } from './tokens.ts';

const clause = (id: string, heading: string, body: string): Clause => ({ id, heading, body, version: 1 });
const draft = (clauses: Clause[], more: Partial<DraftContent> = {}): DraftContent => ({ kind: 'agreement', title: 'Överenskommelse', clauses, fields: [], facts: [], ...more });

const shown = (pieces: Piece[]): string => pieces.map(({ kind, text }) => (kind === 'same' ? text : kind === 'removed' ? `[-${text}-]` : `[+${text}+]`)).join('');
const side = (wanted: 'removed' | 'added') => (pieces: Piece[]) => pieces.flatMap(({ kind, text }) => (kind === 'same' || kind === wanted ? [text] : [])).join('');

/** What the one draft becomes when the differences are applied to it; that they begin from what it says is seen on the way. */
function applied(from: DraftContent, { title, clauses }: Comparison): Pick<DraftContent, 'title'> & { clauses: { heading: string; body: string }[] } {
  const bodyOf = ({ passages }: ClauseDifference, wanted: 'removed' | 'added') =>
    passages.flatMap(({ kind, pieces, lead }) => (['same', 'changed', ...(wanted === 'added' ? ['added', 'moved-here'] : ['removed', 'moved-away'])].includes(kind) ? [(wanted === 'added' ? lead.after : lead.before) + side(wanted)(pieces)] : [])).join('');
  expect(side('removed')(title)).toBe(from.title);
  const former = clauses.filter(({ kind }) => kind !== 'added').map((one) => `${side('removed')(one.heading)}\n${bodyOf(one, 'removed')}`);
  expect(former.sort()).toEqual(from.clauses.map(({ heading, body }) => `${heading}\n${body}`).sort());
  return { title: side('added')(title), clauses: clauses.filter(({ kind }) => kind !== 'removed').map((one) => ({ heading: side('added')(one.heading), body: bodyOf(one, 'added') })) };
}

describe('a word', () => {
  test.each([
    ['Kommunen ska, enligt 5 a § och §§ 7, betala 2 644 000 kr.', ['Kommunen', 'ska', ',', 'enligt', '5 a §', 'och', '§§ 7', ',', 'betala', '2 644 000', 'kr', '.']],
    ['fritids- och kulturnämnden i LSS-boendet, t.ex. EU:s', ['fritids-', 'och', 'kulturnämnden', 'i', 'LSS-boendet', ',', 't.ex.', 'EU:s']],
    ['senast {slut} eller 2025-12-31, 12,5 % (nr 212000-1234)', ['senast', '{slut}', 'eller', '2025-12-31', ',', '12,5', '%', '(', 'nr', '212000-1234', ')']],
  ])('is what a reader of Swedish takes for one: %s', (text, words) => {
    expect(tokensOf(text).map(({ word }) => word)).toEqual(words);
  });

  test('and the space before it are together the text, whatever the text', () => {
    fc.assert(fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(tokensOf(text).map(({ space, word }) => space + word).join('')).toBe(text);
    }));
  });

  test('that is a hundred thousand signs long takes time in proportion', () => {
    for (const sign of ['a', '1 ', 'a.', 'a-', '§', '1.', 'a@']) {
      const before = performance.now();
      tokensOf(sign.repeat(100_000));
      expect(performance.now() - before, sign).toBeLessThan(5_000);
    }
  });
});

describe('two texts', () => {
  test.each([
    ['Kommunen betalar 200 000 kr per år.', 'Kommunen betalar 300 000 kr per år.', 'Kommunen betalar [-200 000-][+300 000+] kr per år.'],
    ['Parterna möts varje kvartal.', 'Parterna möts, om de vill, varje kvartal.', 'Parterna möts[+, om de vill,+] varje kvartal.'],
    ['enligt 5 § i lagen', 'enligt 6 § i lagen', 'enligt [-5 §-][+6 §+] i lagen'],
    ['skolan har ansvaret', 'förskolan och skolan har ansvaret', '[+förskolan och +]skolan har ansvaret'],
    ['en röd och liten bil', 'ett blått och stort hus', '[-en röd och liten bil-][+ett blått och stort hus+]'],
  ])('are shown word by word: %s', (before, after, marked) => {
    expect(shown(piecesOf(before, after))).toBe(marked);
  });
});

const SUPPORT = 'Kommunen lämnar ett årligt bidrag som ska användas till verksamheten i mötesplatsen.';
const REPORT = 'Föreningen lämnar en delrapport senast den 1 juni och en slutrapport när tiden är ute.';
const MEETING = 'Styrgruppen träffas minst fyra gånger om året och för protokoll över sina beslut.';

describe('two drafts', () => {
  test('a paragraph that moved to another clause is said to have moved, also when a word in it changed', () => {
    const before = draft([clause('a', 'Bidrag', `${SUPPORT}\n\n${REPORT}`), clause('b', 'Styrning', MEETING)]);
    const after = draft([clause('a', 'Bidrag', SUPPORT), clause('b', 'Styrning', `${MEETING}\n\n${REPORT.replace('juni', 'juli')}`)]);
    const [bidrag, styrning] = compare(before, after).clauses;
    expect(bidrag.passages.map(({ kind, other }) => [kind, other])).toEqual([['same', null], ['moved-away', 'b']]);
    expect(styrning.passages.map(({ kind, other }) => [kind, other])).toEqual([['same', null], ['moved-here', 'a']]);
    expect(shown(styrning.passages[1].pieces)).toContain('1 [-juni-][+juli+] och');
    expect(compare(before, after).counts).toEqual({ added: 1, removed: 1, moved: 1, values: 0 });
  });

  test('items of a list and clauses that changed places have moved; nothing else has', () => {
    const items = ['- kommunen står för lokalen och värmen', '- föreningen står för ledarna på plats', '- båda står för inbjudan till mötet'];
    const before = draft([clause('a', 'Ansvar', items.join('\n')), clause('b', 'Bidrag', SUPPORT), clause('c', 'Rapport', REPORT)]);
    const after = draft([clause('c', 'Rapport', REPORT), clause('a', 'Ansvar', [items[2], items[0], items[1]].join('\n')), clause('b', 'Bidrag', SUPPORT)]);
    const { clauses, counts } = compare(before, after);
    expect(clauses.map(({ clauseId, moved, kind }) => [clauseId, moved, kind])).toEqual([['c', true, 'same'], ['a', false, 'changed'], ['b', false, 'same']]);
    expect(clauses[1].passages.map(({ kind }) => kind)).toEqual(['moved-here', 'same', 'same', 'moved-away']);
    expect(counts).toEqual({ added: 0, removed: 0, moved: 2, values: 0 });
  });

  test('a clause that was taken out and written anew under another id is the same clause', () => {
    const { clauses } = compare(draft([clause('a', 'Rapporter', REPORT)]), draft([clause('z', 'Rapporter', REPORT.replace('1 juni', '9 juni'))]));
    expect(clauses).toMatchObject([{ clauseId: 'z', kind: 'changed', moved: false }]);
  });

  test('values are compared as facts and not as words', () => {
    const end = { slug: 'slut', kind: 'date', fact: { kind: 'period', key: 'period', part: 'end.date' }, value: '2025-12-31' } as const;
    const period = { key: 'period', kind: 'period', clauseId: 'a', value: { openEnded: false, end: { date: null, precision: 'day' } } } as const;
    const text = [clause('a', 'Tid', 'Avtalet gäller till {slut}.')];
    const { fields, facts, counts } = compare(
      draft(text, { fields: [end], facts: [period] }),
      draft(text, { fields: [{ ...end, value: '2026-06-30' }], facts: [{ ...period, value: { openEnded: false, end: { date: '2026-06-30', precision: 'day' } } }] }),
    );
    expect(fields).toMatchObject([{ slug: 'slut', before: { value: '2025-12-31' }, after: { value: '2026-06-30' } }]);
    expect(facts).toEqual([]);
    expect(counts).toEqual({ added: 0, removed: 0, moved: 0, values: 1 });
    expect(shown(filledPieces([{ kind: 'same', text: 'till {slut}, eller {annat}.' }], [end], [{ ...end, value: '2026-06-30' }]))).toBe('till [-31 december 2025-][+30 juni 2026+], eller {annat}.');
  });
});

const word = fc.constantFrom('kommunen', 'föreningen', 'ska', 'betala', '2 000 kr', '5 §', 'och', 'senast', '.', ',', 'möte', '{slut}', 'läxhjälp', 'lokal', 'ungdomar');
const body = fc.array(fc.array(word, { maxLength: 14 }).map((words) => words.join(' ')), { maxLength: 5 }).chain((passages) => fc.array(fc.constantFrom('\n\n', '\n- '), { minLength: passages.length, maxLength: passages.length }).map((leads) => passages.map((text, at) => (at === 0 ? text : leads[at] + text)).join('')));
const content = fc.uniqueArray(fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e'), heading: fc.constantFrom('Parter', 'Mål och syfte', 'Ekonomi', ''), body, version: fc.constant(1) }), { selector: ({ id }) => id, maxLength: 5 }).map((clauses) => draft(clauses));

describe('any two drafts', () => {
  test('the differences applied to the one give the other', () => {
    fc.assert(
      fc.property(content, content, (a, b) => {
        expect(applied(a, compare(a, b))).toEqual({ title: b.title, clauses: b.clauses.map(({ heading, body }) => ({ heading, body })) });
      }),
      { numRuns: 300 },
    );
  });

  test('compared with itself a draft says nothing', () => {
    fc.assert(
      fc.property(content, (a) => {
        const comparison = compare(a, structuredClone(a));
        expect(saysTheSameAs(comparison)).toBe(true);
        expect(comparison.clauses.every(({ kind, moved }) => kind === 'same' && !moved)).toBe(true);
      }),
    );
  });

  test('what one way adds the other way removes', () => {
    fc.assert(
      fc.property(content, content, (a, b) => {
        const [there, back] = [compare(a, b).counts, compare(b, a).counts];
        expect(back).toEqual({ added: there.removed, removed: there.added, moved: there.moved, values: there.values });
      }),
      { numRuns: 300 },
    );
  });
});

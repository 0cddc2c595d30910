import * as fc from 'fast-check';
import { beforeEach, describe, expect, test } from 'vitest';
import { composed } from '../drafting/composed.ts';
import type { DraftContent } from '../drafting/model.ts';
import { withRow } from '../drafting/rows.ts';
import type { FactKind } from '../facts.ts';
import type { FactView } from '../review.ts';
import { amendmentFrom } from './begun.ts';
import { changeableIn } from './changes.ts';
import { takenIn } from './in-force.ts';
import { inWhole, together } from './instruments.ts';
import { conflictsOf, rebased, withoutChange } from './merge.ts';

const span = { start: 0, end: 5, line: 1 };
const dated = (date: string) => ({ date, precision: 'day', derived: false, source: span });
const view = (id: string, kind: FactKind, value: Record<string, unknown>): FactView => ({ id, kind, value, readValue: value, certainty: 'certain', span, verdict: 'confirmed', decidedBy: 'Maja', decidedAt: null });
const party = (id: string, name: string, sector: string) => view(id, 'party', { name, sector, orgNumber: null, unit: null, address: null });
const deadline = (date: string) => view('d', 'deadline', { date, precision: 'day', derived: true, recurrence: null, what: 'Slutrapport', responsible: 'Lyktan', relative: { anchor: 'end', months: -1, days: 0 } });
const commitment = view('c', 'commitment', { party: 'Lyktan', text: 'Lyktan håller öppet på lördagar', modality: 'shall' });
const period = (end: string) => view('p', 'period', { start: dated('2026-01-01'), end: dated(end), openEnded: false });
const payment = view('m', 'payment', { sek: 50_000, due: { date: '2026-05-01', precision: 'day', event: null }, split: [], payer: 'Granby kommun', payee: 'Lyktan', account: null, text: 'Utbetalning' });
const facts = [party('g', 'Granby kommun', 'public'), party('l', 'Lyktan', 'civil'), period('2026-12-31'), deadline('2026-11-30'), payment, commitment];
const changes = [{ factId: 'p', part: 'end.date' }, { factId: 'd', part: 'date' }, { factId: 'm', part: 'sek' }, { factId: 'c', part: null }];

let ids = 0;
const begun = (chosen: { factId: string; part: string | null }[] = changes) => amendmentFrom({ kind: 'amendment', agreement: 'Öppet hus', facts, changes: chosen }, () => `k${++ids}`);
const filled = (content: DraftContent, values: Record<string, string | number>): DraftContent => ({ ...content, fields: content.fields.map((field) => ({ ...field, value: values[field.slug] ?? field.value })) });
const VALUES = { 'andring-1': '2027-06-30', 'andring-2': '2027-05-31', 'andring-3': 75_000 };
beforeEach(() => void (ids = 0));

describe('an amendment as it begins', () => {
  test('says what changes from what in whole sentences, with blanks for what is new', () => {
    expect(composed(begun()).text.split('\n').filter((line) => line.startsWith('- '))).toEqual([
      '- Avtalstiden: slutet ändras från 31 december 2026 till [fyll i datum].',
      '- ”Slutrapport”: dagen ändras från 30 november 2026 till [fyll i datum].',
      '- Utbetalningen: beloppet ändras från 50\u00a0000 kronor till [fyll i belopp] kronor.',
      '- ”Lyktan håller öppet på lördagar” utgår.',
    ]);
    expect(composed(begun()).text).toContain('hör till överenskommelsen ”Öppet hus” mellan Granby kommun och Lyktan.');
    expect(composed(begun([{ factId: 'c', part: 'text' }])).text).toContain('- ”Lyktan håller öppet på lördagar” får lydelsen ”[fyll i text]”.');
  });

  test('offers each part of what is agreed once, and nothing that is not there', () => {
    const offered = changeableIn(facts);
    expect(offered.map(({ factId, part }) => `${factId}:${part}`)).toEqual(['p:end.date', 'd:date', 'd:null', 'm:sek', 'm:due.date', 'm:null', 'c:text', 'c:null']);
    expect(begun([{ factId: 'gone', part: 'date' }]).fields.filter(({ base }) => base).map(({ slug }) => slug)).toEqual(['kommun', 'forening']);
  });
});

describe('when it comes into force', () => {
  test('its changes correct the facts, what it takes away goes, and what was added in the draft is added with its place in its own text', () => {
    const written = begun();
    const content = withRow(filled(written, VALUES), written.clauses[1].id, 'commitment-civil', { gor: 'bjuder på fika' });
    const { corrected, removed, added, text } = takenIn(content, facts);
    expect(corrected.map(({ factId, value }) => [factId, value])).toMatchObject([
      ['p', { start: { date: '2026-01-01' }, end: { date: '2027-06-30', precision: 'day', derived: false }, openEnded: false }],
      ['d', { date: '2027-05-31', derived: false, relative: null, what: 'Slutrapport' }],
      ['m', { sek: 75_000, due: { date: '2026-05-01' } }],
    ]);
    expect(removed).toEqual(['c']);
    expect(added).toMatchObject([{ kind: 'commitment', value: { party: 'Lyktan', text: 'bjuder på fika' } }]);
    expect(text.slice(added[0].span.start, added[0].span.end)).toBe('bjuder på fika');
  });

  test('a sentence that was taken out of the text changes nothing, and one that changes nothing neither', () => {
    const content = filled(begun(), { ...VALUES, 'andring-3': 50_000 });
    const clauses = content.clauses.map((clause) => ({ ...clause, body: clause.body.replace(/^.*\{andring-1\}.*\n/m, '') }));
    expect(takenIn({ ...content, clauses }, facts).corrected.map(({ factId }) => factId)).toEqual(['d']);
  });

  test('its words stand after the agreement’s, and its facts on them', () => {
    const own = { draftId: 'a', agreementId: 'x', kind: 'amendment' as const, number: 1, title: 'Tillägg', sha256: '', text: 'Tillägg\n\nFika', signedAt: new Date(), signedBy: '' };
    const whole = together({ title: 'Öppet hus', text: 'Avtal\ntext' }, [own]);
    const fact = inWhole({ span: { start: 9, end: 13, line: 3 }, instrument: 'a' }, whole);
    expect(whole.text.slice(fact.span.start, fact.span.end)).toBe('Fika');
    expect(whole.text.split('\n')[fact.span.line - 1]).toBe('Fika');
    expect(inWhole({ span, instrument: null }, whole).span).toBe(span);
  });
});

describe('when the agreement has changed meanwhile', () => {
  const content = () => filled(begun(), VALUES);
  const now = (...changed: FactView[]) => facts.map((fact) => changed.find(({ id }) => id === fact.id) ?? fact);

  test('what both have changed differently is shown to a person, with what was, what is and what is wanted', () => {
    expect(conflictsOf(content(), facts)).toEqual([]);
    expect(conflictsOf(content(), now(period('2027-03-31')))).toEqual([{ slug: 'andring-1', factId: 'p', base: '2026-12-31', now: '2027-03-31', wanted: '2027-06-30' }]);
    expect(conflictsOf(content(), now(period('2027-06-30')))).toEqual([]);
  });

  test('what the other has taken away cannot be changed, and what it has changed not be taken away unseen', () => {
    const gone = facts.filter(({ id }) => id !== 'd' && id !== 'c');
    expect(conflictsOf(content(), gone)).toMatchObject([{ slug: 'andring-2', now: undefined }]);
    expect(conflictsOf(content(), now({ ...commitment, value: { ...commitment.value, text: 'Annat' } }))).toMatchObject([{ slug: 'utgar-4', factId: 'c' }]);
  });

  test('the choice is written into the draft: it says what the agreement says now, or says nothing of it', () => {
    const after = now(period('2027-03-31'));
    expect(composed(rebased(content(), 'andring-1', after)).text).toContain('slutet ändras från 31 mars 2027 till 30 juni 2027.');
    expect(composed(withoutChange(content(), 'andring-1')).text).not.toContain('Avtalstiden');
    expect(takenIn(withoutChange(content(), 'andring-1'), after).corrected.map(({ factId }) => factId)).toEqual(['d', 'm']);
  });

  test('after every choice, whatever has changed, nothing is left to choose, and what nobody changed comes through', () => {
    const end = fc.constantFrom('2026-12-31', '2027-03-31', '2027-06-30');
    const report = fc.constantFrom('2026-11-30', '2027-01-31', '2027-05-31');
    fc.assert(
      fc.property(end, report, fc.boolean(), fc.array(fc.boolean(), { minLength: 4, maxLength: 4 }), (ends, due, isGone, keep) => {
        const after = now(period(ends), deadline(due)).filter(({ id }) => !isGone || id !== 'm');
        let merged = content();
        for (const [index, { slug }] of conflictsOf(merged, after).entries()) merged = keep[index] ? rebased(merged, slug, after) : withoutChange(merged, slug);
        expect(conflictsOf(merged, after)).toEqual([]);
        expect(takenIn(merged, after).removed).toEqual(['c']);
      }),
    );
  });
});

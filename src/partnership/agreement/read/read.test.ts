import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readingSchema, type Reading } from '../model.ts';
import { read } from './index.ts';

const FRAGMENTS = [
  'Överenskommelse mellan Ekmora kommun och Föreningen Läxtaxi', '1. Parter', '## Ekonomi', '**Styrgrupp**', 'UNDERSKRIFTER', 'Ekmora kommun, org.nr 212000–9713', 'Kommunen ska:', '- upplåta lokal utan kostnad', 'a) bjuda på fika;',
  'Föreningen ansvarar för att minst 70 personer nås.', 'Avtalet gäller från den 1 mars 2024 till och med den 31 augusti 2025.', 'tills vidare', '24 månader med start i januari 2019', '230630-241231', '2025-12-', 'senast två månader före avtalstidens utgång',
  'Kommunen betalar 1 250 000 kr, varav 275 tkr när båda har skrivit under.', 'Belopp i tkr', 'Lön\t250\nHyra\t20\nSumma\t270', '| Post | Belopp |\n|---|---:|\n| Lön | 195 |', 'SEK 100 000', '2/3 av deltagarna', 'Styrgruppen träffas minst fyra gånger per år.',
  'Kontaktperson: Anna Bergqvist, anna@example.se, 031-390 06 01', 'Anna Bergqvist\nkommundirektör', '██████ XX (datum)', 'Sida 1 (4)', '\f', '\u00ad', '\u00a0', 'verk-', 'samhet', '(', '“', '\t\t', '—', '§ 3', '4.2.', '🙂', '\ud800', '\r\n', '\r', '   ', '________', '.....', '[Anna](mailto:anna@example.se)',
];

const agreementish = fc
  .array(fc.tuple(fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...FRAGMENTS) }, { weight: 1, arbitrary: fc.string({ maxLength: 30 }) }), fc.constantFrom('\n', '\n\n', ' ', '', '\n\n\n', ', ')), { maxLength: 40 })
  .map((parts) => parts.map(([words, after]) => words + after).join(''));

/** Every `source` anywhere in a reading. */
function sources(value: unknown): { start: number; end: number; line: number }[] {
  if (value === null || typeof value !== 'object') return [];
  const own = 'start' in value && 'end' in value && 'line' in value ? [value as { start: number; end: number; line: number }] : [];
  return [...own, ...Object.values(value).flatMap(sources)];
}

/** The sources that do not lie in the text, or not on the line they name. */
const misplaced = (text: string, reading: Reading) =>
  sources(reading).filter(({ start, end, line }) => start < 0 || end < start || end > text.length || line !== text.slice(0, start).split(/\r\n|\r|\n/).length);

test('reading never throws, whatever the text, and gives the public format', () => {
  fc.assert(fc.property(fc.oneof(agreementish, fc.string({ maxLength: 400, unit: 'binary' })), (text) => {
    expect(readingSchema.safeParse(read(text)).error).toBeUndefined();
  }), { numRuns: 400 });
});

test('every fact points inside the text, at the line it names', () => {
  fc.assert(fc.property(agreementish, (text) => {
    expect(misplaced(text, read(text))).toEqual([]);
  }), { numRuns: 400 });
});

test('reading twice gives the same', () => {
  fc.assert(fc.property(agreementish, (text) => {
    expect(read(text)).toEqual(read(text));
  }), { numRuns: 100 });
});

/** The facts without where they stand. */
const facts = (reading: Reading): string => JSON.stringify(reading, (key, value: unknown) => (key === 'source' || key === 'titleSource' ? undefined : value));

test('a footer with a page number changes no facts', () => {
  const lines = ['Överenskommelse mellan Ekmora kommun och Föreningen Läxtaxi', '', '1. Bakgrund', '', 'Barn i Ekmora behöver hjälp med läxorna och parterna vill', 'ordna det tillsammans. Kommunen ska upplåta lokal och', 'föreningen ska hålla öppet två kvällar i veckan.', '', '2. Avtalstid', '', 'Avtalet gäller 2024-01-01 – 2025-12-31.', '', '3. Ekonomi', '', 'Kommunen betalar 250 000 kr senast den 1 mars 2024.', '', 'Underskrifter', '', 'Anna Bergqvist', 'kommundirektör', 'Ekmora kommun', '', 'Erik Ekholm', 'ordförande', 'Föreningen Läxtaxi'];
  const plain = facts(read(lines.join('\n')));
  fc.assert(fc.property(fc.integer({ min: 1, max: lines.length }), fc.constantFrom('Sida 1 (2)', 'Sida 2 av 3', '1 (4)', 'IOP Läxhjälp  Sida 2 (3)', 'Dnr KS 2024/12   Sid 1/2'), (at, footer) => {
    expect(facts(read([...lines.slice(0, at), '', footer, '', ...lines.slice(at)].join('\n')))).toBe(plain);
  }));
});

test('an empty text has no facts', () => {
  expect(read('')).toMatchObject({ title: null, parties: [], period: null, amounts: [], commitments: [], signatories: [] });
});

test('time grows with the length of the text, not faster', () => {
  const page = 'Kommunen ska betala 2 500 kr den 1 mars 2024 till Föreningen Läxtaxi, org.nr 802991-1172.\n- upplåta lokal\n\nAnna Bergqvist, anna@example.se\n';
  const time = (pages: number): number => {
    const text = page.repeat(pages);
    const from = performance.now();
    read(text);
    return performance.now() - from;
  };
  time(100);
  const [short, long] = [Math.min(time(200), time(200)), time(1600)];
  expect(long / short).toBeLessThan(8 * 3);
});

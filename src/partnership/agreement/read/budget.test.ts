import { expect, test } from 'vitest';
import { smallAgreement } from '../../../../tests/support/small-agreement.ts';
import { readBudget } from './budget.ts';

const lines = (body: string) => readBudget(smallAgreement(body)).map((line) => [line.label, line.sek, line.kind]);

test('a table gives incomes, costs and sums, and a cost stays negative where it is written so', () => {
  expect(lines('## Budget 2025\n\nBelopp i tkr\n\nVerksamhetsstöd till föreningen\t270\nSumma\t270\nVandringar à 2 500 kr, 100 kvällar\t-250\nMaterial\t-20\nSumma\t0')).toEqual([
    ['Verksamhetsstöd till föreningen', 270000, 'income'],
    ['Summa', 270000, 'sum'],
    ['Vandringar à 2 500 kr, 100 kvällar', -250000, 'cost'],
    ['Material', -20000, 'cost'],
    ['Summa', 0, 'sum'],
  ]);
});

test('the arithmetic of a row is kept in its label', () => {
  expect(lines('## Budget\n\n| Post | Antal | Månader | Belopp |\n|---|---|---|---|\n| Samordnare | 2 | 12 | 924 000 |')).toEqual([['Samordnare (2 × 12)', 924000, 'cost']]);
});

test('a list of costs is a budget', () => {
  expect(lines('## Kostnader\n\n- Lön samordnare: 450 000 kr\n- Hyra: 60 000 kr\n- Summa: 510 000 kr')).toEqual([['Lön samordnare', 450000, 'cost'], ['Hyra', 60000, 'cost'], ['Summa', 510000, 'sum']]);
});

test('a sentence that says what money is spent on is a line', () => {
  expect(lines('## Ekonomi\n\nAv stödet ska ca 250 000 kronor läggas på lön. Resterande 50 000 ska gå till omkostnader för verksamheten.')).toEqual([
    ['lön', 250000, 'cost'],
    ['omkostnader för verksamheten', 50000, 'cost'],
  ]);
});

test('labels and sums in turn within a sentence are lines', () => {
  expect(lines('## Ekonomi\n\nBidraget används så: ledare 70 000 kronor, lokal 20 000 kronor samt resor 10 000 kronor.')).toEqual([['ledare', 70000, 'cost'], ['lokal', 20000, 'cost'], ['resor', 10000, 'cost']]);
});

test('a plan of payments is no budget', () => {
  expect(lines('## Utbetalning\n\n| Datum | Belopp |\n|---|---|\n| 15 januari | 312 500 kr |\n| 15 april | 312 500 kr |')).toEqual([]);
});

test('a column for each year gives a line for each year', () => {
  expect(lines('## Budget\n\nBelopp i tkr\n\n| Post | 2025 | 2026 |\n|---|---|---|\n| Lön | 120 | 130 |')).toEqual([['Lön 2025', 120000, 'cost'], ['Lön 2026', 130000, 'cost']]);
});

test('a dash between a label and its sum is no minus', () => {
  expect(lines('## Budget\n\nBidraget används till:\n\n- Material och resor – 30 000 kr\n- Lokal: 96 000 kr')).toEqual([['Material och resor', 30000, 'cost'], ['Lokal', 96000, 'cost']]);
});

test('sums in brackets after what they are for, and parts of a whole, are lines', () => {
  expect(lines('## Ekonomi\n\nBidraget fördelas på lön (390 000 kr), hyra (96 000 kr) och aktiviteter (30 000 kr).').map(([label, sek]) => [label, sek])).toEqual([['lön', 390000], ['hyra', 96000], ['aktiviteter', 30000]]);
});

test('years as heads give a line for each year', () => {
  expect(lines('## Budget\n\nBelopp i tkr\n\n| | 2025 | 2026 |\n|---|---|---|\n| Personal | 390 | 400 |\n| Lokal | 96 | 98 |').map(([label, sek]) => [label, sek])).toEqual([['Personal 2025', 390000], ['Personal 2026', 400000], ['Lokal 2025', 96000], ['Lokal 2026', 98000]]);
});

test.each([
  'Kalkyl för 2026, tkr\n\n\tKommunen\tFöreningen\nLön\t450\t20\nHyra\t120\t80\nSumma\t570\t100',
  'Budget i tusental kronor\n\nPost                Kommunen    Föreningen\nLön                      450            20\nHyra                     120            80\nSumma                    570           100',
  'Budget. Siffrorna anger tkr.\n\n| | Kommunen | Föreningen |\n|---|---|---|\n| Lön | 450 | 20 |\n| Hyra | 120 | 80 |\n| Summa | 570 | 100 |',
  'Budget (tkr)\n\nPost\nKommunen\nFöreningen\nLön\n450\n20\nHyra\n120\n80\nSumma\n570\n100',
  'Budget 2025 – tkr\n\n| Kostnad | Kommunen | Föreningen |\n|---|---|---|\n| Lön | 450 | 20 |\n| Hyra | 120 | 80 |\n| Summa | 570 | 100 |',
])('a column for each party gives a line for each: %j', (table) => {
  expect(lines(`## Ekonomi\n\n${table}`).map(([label, sek]) => [label, sek])).toEqual([['Lön Kommunen', 450000], ['Lön Föreningen', 20000], ['Hyra Kommunen', 120000], ['Hyra Föreningen', 80000], ['Summa Kommunen', 570000], ['Summa Föreningen', 100000]]);
});

test('what the parties bear together is one line where a column tells it', () => {
  expect(lines('## Ekonomi\n\nKalkyl, tkr\n\n\tKommunen\tFöreningen\tTotalt\nLön\t450\t20\t470\nHyra\t120\t80\t200')).toEqual([['Lön', 470000, 'cost'], ['Hyra', 200000, 'cost']]);
});

test('inhabitants that add up are no money', () => {
  expect(lines('## Ekonomi\n\n| Kommun | Invånare | Bidrag, kr |\n|---|---|---|\n| Ekmora | 18 400 | 110 400 |\n| Granby | 9 750 | 58 500 |\n| Summa | 28 150 | 168 900 |').map(([, sek]) => sek)).not.toContain(28150);
});

test('prices, the share of each that is worked out, and who gets how much are no lines', () => {
  expect(lines('## Ekonomi\n\n| Ersättning | Belopp |\n|---|---|\n| Vandring per kväll | 2 500 kr |\n| Tak för året | 85 000 kr |')).toEqual([]);
  expect(lines('## Ersättning\n\n| Part | Medlemmar | Andel, kr |\n|---|---|---|\n| Kommunen | 400 | 40 000 |\n| Föreningen | 200 | 20 000 |\n| Summa | 600 | 60 000 |')).toEqual([]);
  expect(lines('## Ekonomi\n\nAv bidraget går 215 000 kr till föreningen.')).toEqual([]);
  expect(lines('## Ekonomi\n\nMedlen betalas ut så:\n\nDel 1    240 000 kr    när avtalet har undertecknats\nDel 2    144 000 kr    när delrapporten har kommit in')).toEqual([]);
});

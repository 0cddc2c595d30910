import { expect, test } from 'vitest';
import { smallAgreement } from '../../../../tests/support/small-agreement.ts';
import { readAmounts } from './amounts.ts';

const sums = (body: string) => readAmounts(smallAgreement(body)).map((amount) => amount.sek);

test('an amount is read with the words it is said in', () => {
  const [amount] = readAmounts(smallAgreement('## Ekonomi\n\nKommunen bidrar med ca 300 000 kr till samordnarens lön.'));
  expect(amount).toMatchObject({ sek: 300000, approx: true, per: null, what: 'Kommunen bidrar med ca 300 000 kr till samordnarens lön' });
});

test('a number without unit beside an amount in kronor is an amount', () => {
  expect(sums('## Ekonomi\n\nAv stödet går 250 000 kr till lön. Resterande 50 000 ska gå till omkostnader.')).toEqual([250000, 50000]);
});

test('a telephone number, a postal code, a law, a share, a year and a count are no amounts', () => {
  expect(sums('## Ekonomi\n\nFöreningen når 1 200 personer år 2025 och 45 % av dem bor i 291 80 Björkvik, enligt lag (2003:778). Telefon 044-13 10 96. Beloppet är 10 000 kr.')).toEqual([10000]);
});

test('numbers of a table in thousands are read in kronor', () => {
  expect(sums('## Budget\n\nBelopp i tkr\n\n| Post | Belopp |\n|---|---|\n| Lön | 270 |\n| Material | 5 |')).toEqual([270000, 5000]);
});

test('"Belopp i tkr" holds on both sides of the budget', () => {
  expect(sums('## Budget\n\nBelopp i tkr\n\n### Intäkter\n\nKommunen\t300\nFonden\t100\n\n### Kostnader\n\nLön\t350\nHyra\t50')).toEqual([300000, 100000, 350000, 50000]);
});

test('a sum row is an amount only where nothing else states it', () => {
  expect(sums('## Budget\n\n| Post | Kronor |\n|---|---|\n| Lön | 60 000 |\n| Hyra | 20 000 |\n| Summa | 80 000 |')).toEqual([60000, 20000, 80000]);
  expect(sums('## Budget\n\nKommunen bidrar med 80 000 kr.\n\n| Post | Kronor |\n|---|---|\n| Lön | 60 000 |\n| Hyra | 20 000 |\n| Summa | 80 000 |')).toEqual([80000, 60000, 20000]);
});

test('a count of posts or months in a table is no amount', () => {
  expect(sums('## Budget\n\n| Post | Antal | Månader | Belopp |\n|---|---|---|---|\n| Samordnare | 2 | 12 | 924 000 |')).toEqual([924000]);
});

test('what was paid before this agreement is no amount of it', () => {
  expect(sums('## Bakgrund\n\nFöreningen fick 680 000 kr år 2023.\n\n## Ekonomi\n\nKommunen har tidigare lämnat ett startbidrag på 85 000 kr. Kommunen bidrar med 90 000 kr.')).toEqual([90000]);
});

test('every amount lies where the text has it', () => {
  const ctx = smallAgreement('## Ekonomi\n\nKommunen bidrar med 300 000 kr, varav 100 000 kr till hyra.');
  expect(readAmounts(ctx).map(({ source }) => ctx.doc.text.slice(source.start, source.end))).toEqual(['300 000 kr', '100 000 kr']);
});

test('numbers under the parties are money where the last of each row adds them up', () => {
  const table = (last: string) => `## Budget\n\n| Post | Kommunen | Lyktan | Summa |\n|---|---|---|---|\n| Plantor | 45 000 | 20 000 | ${last} |\n| Verktyg | 8 000 | 2 000 | 10 000 |`;
  expect(sums(table('65 000'))).toEqual([45000, 20000, 65000, 8000, 2000, 10000]);
  expect(sums('## Budget\n\n| Post | Deltagare | Ledare | Summa |\n|---|---|---|---|\n| Läger | 45 | 20 | 65 000 |\n| Utflykt | 12 | 4 | 9 000 |')).toEqual([65000, 9000]);
});

import { expect, test } from 'vitest';
import { moneyIn } from './money.ts';

const kronor = (text: string) => moneyIn(text).map((money) => money.sek);

test.each([
  ['Bidrag om 1 250 000 kr utgår', [1250000]],
  ['1.250.000 kronor', [1250000]],
  ['250 000:- per år', [250000]],
  ['sammanlagt 275 tkr', [275000]],
  ['1,5 mkr', [1500000]],
  ['1 MSEK', [1000000]],
  ['SEK 100 000', [100000]],
  ['100 000 SEK', [100000]],
  ['à 38 500 kr/mån', [38500]],
  ['trehundratusen (300 000) kronor', [300000]],
  ['300 000 (trehundratusen) kronor', [300000]],
  ['femtiotusen kronor', [50000]],
  ['en miljon kronor', [1000000]],
  ['mellan 10 000–15 000 kr', [10000, 15000]],
  ['-250 tkr', [-250000]],
  ['2500 kr natt', [2500]],
  ['1 200,50 kr', [1200.5]],
  ['2,6 miljoner kronor', [2600000]],
  ['12 000 kr respektive 8 000 kr', [12000, 8000]],
])('%s is money', (text, sek) => {
  expect(kronor(text)).toEqual(sek);
});

test.each(['044-13 10 96', '291 80 Kristianstad', 'lag (2003:778)', '45 % av heltid', 'år 2025', '70 personer', 'org.nr 212000-0951', 'Dnr KS 2024/123', '2025-02-01 – 2025-12-31'])(
  '%s is no money',
  (text) => {
    expect(kronor(text)).toEqual([]);
  },
);

test('a price says what it is for one of', () => {
  expect(moneyIn('38 500 kr/mån')[0]).toMatchObject({ sek: 38500, per: 'month' });
  expect(moneyIn('2 500 kr per natt')[0]).toMatchObject({ per: 'night' });
  expect(moneyIn('ca 250 000 kronor')[0]).toMatchObject({ approx: true, per: null });
  expect(moneyIn('500 kr i timmen')[0]).toMatchObject({ per: 'hour' });
});

import { expect, test } from 'vitest';
import { smallAgreement } from '../../../../tests/support/small-agreement.ts';
import { readPayments } from './payments.ts';

const TWO_YEARS = 'den 1 januari 2024 till och med den 31 december 2025';
const paid = (body: string, term?: string) => readPayments(smallAgreement(body, term)).map((payment) => [payment.sek, payment.due.date ?? payment.due.event]);

test('four instalments with their days have no amount unless one is said', () => {
  const body = '## Ekonomi\n\nKommunen bidrar med 200 000 kr. Bidraget betalas ut i fyra delbetalningar den 1 maj, 1 juli, 1 september och 1 november.';
  expect(paid(body)).toEqual([[null, '2025-05-01'], [null, '2025-07-01'], [null, '2025-09-01'], [null, '2025-11-01']]);
});

test('four equal parts of a stated sum are each a quarter of it', () => {
  const body = '## Ekonomi\n\nKommunen bidrar med 200 000 kr. Bidraget betalas ut i fyra lika stora delar den 1 maj, 1 juli, 1 september och 1 november.';
  expect(paid(body).map(([sek]) => sek)).toEqual([50000, 50000, 50000, 50000]);
});

test('a sum for each instalment is paid on every day', () => {
  expect(paid('## Utbetalning\n\nBidraget betalas ut med 75 000 kr per gång den 15 mars och den 15 september.')).toEqual([[75000, '2025-03-15'], [75000, '2025-09-15']]);
});

test('days that come back every year are paid in every year of the agreement', () => {
  const body = '## Utbetalning\n\nErsättningen betalas ut tre gånger per år, den 15 jan, 15 maj och 15 sept, med 40 000 kr per gång.';
  expect(paid(body, TWO_YEARS).map(([, day]) => day)).toEqual(['2024-01-15', '2024-05-15', '2024-09-15', '2025-01-15', '2025-05-15', '2025-09-15']);
});

test('a payment waits for what its sentence says', () => {
  const body = '## Utbetalning\n\n- 100 000 kr betalas ut när avtalet har undertecknats av båda parter\n- 60 000 kr betalas ut när kommunen har godkänt delrapporten\n- 40 000 kr betalas ut när slutrapporten har lämnats';
  expect(paid(body)).toEqual([[100000, 'signed_by_all'], [60000, 'interim_report_approved'], [40000, 'final_report_received']]);
});

test('a day and an event may share a sentence', () => {
  expect(paid('## Ekonomi\n\nStödet betalas ut med 150 tkr i september 2025 och 125 tkr när kommunen har godkänt delrapporten.')).toEqual([[150000, '2025-09-30'], [125000, 'interim_report_approved']]);
});

test('rows of a plan of payments are payments, and their sum is not', () => {
  const body = '## Utbetalningsplan\n\n| Utbetalning | Datum | Belopp |\n|---|---|---|\n| 1 | 2025-03-01 | 100 000 kr |\n| 2 | 2025-09-01 | 50 000 kr |\n| Summa | | 150 000 kr |';
  expect(paid(body)).toEqual([[100000, '2025-03-01'], [50000, '2025-09-01']]);
});

test('a grant is found by its own name', () => {
  const body = '## Ekonomi\n\nKommunen lämnar ett startbidrag på 80 000 kr och ett driftsbidrag på 30 000 kr. Startbidraget betalas ut när avtalet är undertecknat.';
  expect(paid(body)).toEqual([[80000, 'signed_by_all']]);
});

test('a price each month is not the amount of a payment each quarter', () => {
  expect(paid('## Ersättning\n\nFöreningen får 20 000 kr i månaden, att betalas kvartalsvis mot faktura.')).toEqual([[null, 'invoice_received']]);
});

test('the last day for a claim is no day of payment', () => {
  expect(paid('## Ersättning\n\nErsättningen rekvireras halvårsvis, med 45 000 kr per rekvisition, senast den 30 april och den 31 oktober.')).toEqual([[45000, 'claim_received']]);
});

test('what paid money was used for is no payment, nor is money that goes back', () => {
  expect(paid('## Uppföljning\n\nSenast 2026-01-31 ska föreningen redovisa vad de utbetalda medlen har använts till. Outnyttjade medel betalas tillbaka senast 2026-03-31.')).toEqual([]);
});

test('who bears which part is kept with the payment, and the giro account too', () => {
  const body = '## Utbetalning\n\n100 000 kr betalas ut den 1 mars 2025 till plusgiro 12 34 56-7, varav 60 000 kr från socialförvaltningen och 40 000 kr från kulturförvaltningen.';
  const [payment] = readPayments(smallAgreement(body));
  expect(payment).toMatchObject({
    sek: 100000,
    split: [{ payer: 'socialförvaltningen', sek: 60000 }, { payer: 'kulturförvaltningen', sek: 40000 }],
    payer: 'Björkviks kommun',
    payee: 'Föreningen Lyktan',
    account: 'plusgiro 12 34 56-7',
  });
});

test('a share is not worked out into an amount', () => {
  expect(paid('## Ekonomi\n\nKommunen bidrar med 300 000 kr. Bidraget betalas ut med hälften den 1 mars 2025 och hälften den 1 oktober 2025.').map(([sek]) => sek)).toEqual([null, null]);
});

test('a table of days and sums is a plan of payments in any section', () => {
  const body = '## Övrigt\n\nKommunen bidrar enligt följande:\n\n| Datum | Belopp (kr) | Villkor |\n|---|---|---|\n| 2025-02-15 | 40 000 | – |\n| 2025-11-15 | 20 000 | godkänd slutrapport |';
  expect(paid(body)).toEqual([[40000, '2025-02-15'], [20000, '2025-11-15']]);
});

test('the first, the second and the last payment each have their sentence', () => {
  const body = '## Utbetalning\n\nFörsta utbetalningen, 150 000 kr, sker när avtalet har undertecknats. Andra utbetalningen, 100 000 kr, sker efter godkänd delrapport. Slutbetalning om 50 000 kr sker när slutrapporten har godkänts.';
  expect(paid(body)).toEqual([[150000, 'signed_by_all'], [100000, 'interim_report_approved'], [50000, 'final_report_approved']]);
});

test.each([
  ['Ersättningen erläggs kvartalsvis i förskott med 50 000 kronor den 2 januari och den 1 juli.', [[50000, '2024-01-02'], [50000, '2024-07-01'], [50000, '2025-01-02'], [50000, '2025-07-01']]],
  ['Av bidraget betalas 50 % ut vid avtalets undertecknande, 40 % den 1 juni 2024 och 10 % när slutrapporten godkänts.', [[null, 'signed_by_all'], [null, '2024-06-01'], [null, 'final_report_approved']]],
  ['År 2024 betalas 300 000 kr och år 2025 betalas 250 000 kr, båda senast den 1 februari.', [[300000, '2024-02-01'], [250000, '2025-02-01']]],
  ['Utbetalas med 2/3 den 1 juni och 1/3 den 15 september.', [[null, '2024-06-01'], [null, '2025-06-01'], [null, '2024-09-15'], [null, '2025-09-15']]],
  ['Pengarna: 18 000 kr i juli 2024, sedan 36 000 kr i mars 2025.', [[18000, '2024-07-31'], [36000, '2025-03-31']]],
  ['Föreningen fakturerar kommunen 45 000 kr kvartalsvis i efterskott.', [[45000, 'invoice_received']]],
  ['Kommunen betalar 28 500 kr per föreställning. Pengarna betalas ut 30 dagar efter varje föreställning mot faktura.', [[28500, 'invoice_received']]],
  ['Kommunen lämnar ett startbidrag om 30 000 kr när båda har skrivit under.', [[30000, 'signed_by_all']]],
  ['För handboken erlägger kommunen 45 000 kr sedan slutrapporten har godkänts.', [[45000, 'final_report_approved']]],
  ['Drivmedel ersätts kvartalsvis mot kvitto, högst 3 000 kr per kvartal.', [[null, 'claim_received']]],
  ['Föreningen skickar en räkning efter varje månad och kommunen betalar den inom 20 dagar.', [[null, 'invoice_received']]],
  ['Bidraget rekvireras av föreningen senast den 1 mars och betalas med allt på en gång.', [[null, '2024-03-01'], [null, '2025-03-01']]],
  ['Kommunen betalar 60 000 kr för 2024 och 70 000 kr för 2025. Bidraget betalas den 15 mars varje år.', [[60000, '2024-03-15'], [70000, '2025-03-15']]],
  ['Hälften kommer den 15 april och resten den 1 oktober 2025.', [[null, '2025-04-15'], [null, '2025-10-01']]],
  ['Fakturering sker inte. Ingen ersättning betalas.', []],
])('%s', (sentence, expected) => {
  expect(paid(`## Ersättning\n\n${sentence}`, TWO_YEARS).toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)))).toEqual(expected.toSorted((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b))));
});

test('a condition on a payment that is told elsewhere is no payment of its own', () => {
  expect(paid('## Utbetalning\n\n- 100 000 kr den 1 mars 2024\n- 100 000 kr den 1 mars 2025\n\nUtbetalning 2 görs bara om delredovisningen har kommit in.', TWO_YEARS)).toEqual([[100000, '2024-03-01'], [100000, '2025-03-01']]);
});

test('a plan with a column for each who is paid has a payment for each', () => {
  const body = '## Pengar\n\n| Utbetalas | Till kören | Till orkestern |\n|---|---:|---:|\n| 2025-02-28 | 12 000 | 12 000 |\n| 2025-09-30 | 14 000 | 9 500 |';
  expect(paid(body)).toEqual([[12000, '2025-02-28'], [12000, '2025-02-28'], [14000, '2025-09-30'], [9500, '2025-09-30']]);
});

test('a sum from a day on is no payment on that day', () => {
  expect(paid('## Ekonomi\n\nKommunen bidrar med 40 000 kr från och med den 1 juli 2024.', TWO_YEARS)).toEqual([]);
});

test('a plan may have its days over the columns', () => {
  expect(paid('## Utbetalning\n\n| Bidrag | 1 mars 2025 | 1 september 2025 |\n|---|---:|---:|\n| Drift | 50 000 kr | 45 000 kr |')).toEqual([[50000, '2025-03-01'], [45000, '2025-09-01']]);
});

test('the sums a table states for each year are paid on the day of each year', () => {
  const body = '## Ekonomi\n\n| Post | 2024 | 2025 |\n|---|---:|---:|\n| Lön | 80 000 | 85 000 |\n| Hyra | 20 000 | 20 000 |\n| Summa | 100 000 | 105 000 |\n\nBidraget betalas den 1 februari varje år.';
  expect(paid(body, TWO_YEARS)).toEqual([[100000, '2024-02-01'], [105000, '2025-02-01']]);
});

test.each<[string, [number | null, string | null][]]>([
  ['Kommunen lämnar ett bidrag om 50 000 kr. Bidraget betalas ut den 1 mars 2025.', [[50000, '2025-03-01']]],
  ['Bidraget utgår kvartalsvis i förskott med 46 000 kr den 1 april och den 1 juli, sammanlagt 92 000 kr.', [[46000, '2025-04-01'], [46000, '2025-07-01']]],
  ['Kommunen betalar 25 000 kr i två omgångar om 12 500 kr, den 1 juni och den 1 december 2025.', [[12500, '2025-06-01'], [12500, '2025-12-01']]],
  ['Kommunen går in med 320 tkr, varav 160 tkr faktureras efter lägret och 160 tkr när slutrapporten har godkänts.', [[160000, 'invoice_received'], [160000, 'final_report_approved']]],
  ['Kommunen bidrar med 62 000 kr. Hälften när båda har skrivit på, resten när slutrapporten har lämnats.', [[null, 'signed_by_all'], [null, 'final_report_received']]],
  ['Kommunen bidrar med 80 000 kr. Pengarna kommer i fyra lika stora delar, de första den 1 mars och den 1 maj.', [[20000, '2025-03-01'], [20000, '2025-05-01']]],
  ['De sista 20 000 kronorna betalas ut sedan slutrapporten kommit in.', [[20000, 'final_report_received']]],
  ['- 75 000 kr den 31 januari 2025\n- 75 000 kr den 31 juli 2025', [[75000, '2025-01-31'], [75000, '2025-07-31']]],
  ['Föreningen lämnar reviderat bokslut senast den 30 april 2025.', []],
])('“%s” promises what it says', (said, expected) => expect(paid(`## Ekonomi\n\n${said}`)).toEqual(expected));

test('what is left of a sum is a payment without an amount, and halves may wait for events of their own', () => {
  expect(paid('## Ekonomi\n\nBidraget betalas med 110 000 kr den 1 mars, 88 000 kr den 1 juni och återstoden den 1 oktober.')).toEqual([[110000, '2025-03-01'], [88000, '2025-06-01'], [null, '2025-10-01']]);
  expect(paid('## Ekonomi\n\nKommunen betalar 40 000 kr. Hälften får föreningen när båda har skrivit under och hälften när rundvandringen är gjord.')).toEqual([[null, 'signed_by_all'], [null, null]]);
});

test('a sum that its parts make up is not paid itself', () => {
  expect(paid('## Ekonomi\n\nBidraget om 500 000 kr utbetalas med 250 000 kr vid undertecknandet, 150 000 kr när delrapporten godkänts och resterande 100 000 kr då slutrapporten inlämnats.')).toEqual([[250000, 'signed_by_all'], [150000, 'interim_report_approved'], [100000, 'final_report_received']]);
});

test('sums of several years are not divided between the days of one', () => {
  expect(paid('## Ekonomi\n\nKommunen bidrar med 700 000 kr det första året och 600 000 kr det andra. Pengarna betalas i två lika stora delar varje år, i september och i mars.', TWO_YEARS).map(([sek]) => sek)).toEqual([null, null, null, null]);
});

test('each of two yearly sums is paid, and what is invoiced by the piece has its price', () => {
  expect(paid('## Pengar\n\nKommunen lämnar föreningen 35 tkr per år och kören 12 tkr per år. Bidragen betalas ut i februari.')).toEqual([[35000, '2025-02-28'], [12000, '2025-02-28']]);
  expect(paid('## Pengar\n\nFör varje genomförd utbildning fakturerar föreningen 4 200 kr.')).toEqual([[4200, 'invoice_received']]);
});

test('a sum for the time from a day on is not paid on that day, nor before it', () => {
  expect(paid('## Ersättning\n\nFör tiden från och med den 1 juli 2024 lämnar kommunen 100 000 kr per år. Beloppet betalas med 60 000 kr den 1 mars och 40 000 kr den 1 oktober varje år.', TWO_YEARS)).toEqual([[60000, '2025-03-01'], [40000, '2024-10-01'], [40000, '2025-10-01']]);
});

test.each([
  ['whose money it is stands before', 'Lyktan får 90 000 kr per år. Kommunen betalar ut pengarna den 10 februari.'],
  ['a noun for paying', 'Kommunen ger ett bidrag om 90 000 kr per år. Utbetalning sker senast den 10 februari.'],
  ['lines of a form', '**Bidrag:** 90 000 kr per år\n**Betalas ut:** 10 februari 2024 och 10 februari 2025'],
  ['items of a form', '- Stöd: 90 000 kr per år\n- Utbetalas: den 10 februari varje år'],
  ['rows of a form', '| Bidrag | 90 000 kr per år |\n|---|---|\n| Betalas ut | den 10 februari |'],
])("a year's sum is paid on the day told after it: %s", (_, body) => {
  expect(paid(`## Ekonomi\n\n${body}`, TWO_YEARS)).toEqual([[90000, '2024-02-10'], [90000, '2025-02-10']]);
});

test.each([
  ['Kommunen betalar 6 500 kr i månaden till föreningen.', [[6500, null]]],
  ['Lyktan får 6 500 kr i månaden. Pengarna sätts in den 25 i varje månad.', [[6500, null]]],
  ['Ersättningen är 20 000 kr per kvartal. Föreningen fakturerar kvartalsvis.', [[20000, 'invoice_received']]],
  ['Kommunen ersätter föreningen med 300 kr per lektion. Faktura ställs ut månadsvis.', [[null, 'invoice_received']]],
  ['Föreningen rekvirerar bidraget senast den 31 januari och kommunen betalar inom 30 dagar.', [[null, 'claim_received']]],
  ['Material: högst 4 000 kr per termin, mot kvitton', [[null, 'claim_received']]],
  ['För sandning betalar kommunen 350 kr per tillfälle, mot lista som lämnas in i maj.', [[null, 'claim_received']]],
])('what keeps a rhythm or waits for receipts: %s', (text, expected) => {
  expect(paid(`## Ekonomi\n\n${text}`)).toEqual(expected);
});

test('so many parts of a sum, each with what it waits for', () => {
  expect(paid('## Ekonomi\n\nStödet, 90 000 kr, betalas i tre delar om 30 000 kr: vid undertecknandet, när taket är lagt och när slutrapporten är godkänd.')).toEqual([[30000, 'signed_by_all'], [30000, null], [30000, 'final_report_approved']]);
});

test('two sums stated before leave the amount unsaid, and a ceiling is no amount', () => {
  expect(paid('## Ekonomi\n\nLyktan får 90 000 kr per år för ledare och 20 000 kr per år för resor. Kommunen betalar ut pengarna den 10 februari.')).toEqual([[null, '2025-02-10']]);
  expect(paid('## Ekonomi\n\nKommunen ersätter Lyktan med högst 90 000 kr per år. Utbetalning sker den 10 februari.')).toEqual([[null, '2025-02-10']]);
});

test('following up is no payment, whatever else the municipality pays', () => {
  expect(paid('## Ekonomi\n\nKommunen betalar el och vatten. Parterna träffas den 1 oktober.')).toEqual([]);
});

test('a year’s sum paid in two is paid as each of them says, and a distance ends where the next sum begins', () => {
  expect(paid('## Ekonomi\n\nBidraget om 80 000 kr per år betalas den 15 januari och den 15 juli med 40 000 kr per gång.')).toEqual([[40000, '2025-01-15'], [40000, '2025-07-15']]);
  expect(paid('## Ekonomi\n\nKommunen betalar 40 000 kronor senast 30 dagar efter avtalets undertecknande och 10 000 kronor senast den 1 oktober 2025.')).toEqual([[40000, 'signed_by_all'], [10000, '2025-10-01']]);
});

test.each([
  ['Bidraget är 100 000 kr per år. Bidraget för 2025 betalas ut med hälften den 15 februari och hälften den 15 augusti.', [[null, '2025-02-15'], [null, '2025-08-15']]],
  ['Kommunen bidrar med 100 000 kr per år. Bidraget för 2024 betalas ut när alla parter har undertecknat avtalet. Bidraget för 2025 betalas ut den 1 mars.', [[100000, 'signed_by_all'], [100000, '2025-03-01']]],
  ['Kommunen lämnar 60 000 kr per år. Pengarna betalas i februari varje år, första gången i februari 2024.', [[60000, '2024-02-29'], [60000, '2025-02-28']]],
  ['Kommunen lämnar 60 000 kr per år. Bidraget betalas ut den 1 mars varje år, med början den 1 mars 2025.', [[60000, '2025-03-01']]],
  ['Stödet betalas med 25 000 kr vid ingången av varje halvår: den 2 januari och den 1 juli 2025.', [[25000, '2025-01-02'], [25000, '2025-07-01']]],
  ['Kommunen sätter in 30 000 kr inför varje termin, den 15 januari 2025 och den 15 augusti 2025.', [[30000, '2025-01-15'], [30000, '2025-08-15']]],
  ['Hälften av beloppet betalas vid start och hälften efter godkänd delrapport. Betalning sker inom 30 dagar mot faktura.', [[null, 'start'], [null, 'interim_report_approved']]],
  ['Kommunen betalar 100 000 kr den 1 mars 2025. Den rörliga ersättningen faktureras efter varje termin.', [[100000, '2025-03-01'], [null, 'invoice_received']]],
  ['Ersättningen rekvireras två gånger om året, senast den 31 mars och den 30 september, med hälften varje gång. Utbetalning sker inom 30 dagar från det att rekvisitionen kommit in.', [[null, 'claim_received']]],
])('%s', (told, expected) => expect(paid(`## Ersättning\n\n${told}`, TWO_YEARS)).toEqual(expected));

test('the yearly sums of two who are paid are each paid to the one they are for', () => {
  const body = '## Parter till\n\n## Ersättning\n\nFöreningen Lyktan får 40 000 kr per år för samordning och 25 000 kr per år för lokal. Högst 90 000 kr per år betalas sammanlagt.\n\nÅrsbeloppen betalas ut den 15 februari 2025.';
  expect(readPayments(smallAgreement(body)).map(({ sek, payee }) => [sek, payee])).toEqual([[40000, 'Föreningen Lyktan'], [25000, 'Föreningen Lyktan']]);
});

test('a column of what is paid each year has its sum paid each year', () => {
  const body = '## Ersättning\n\n| Kommun | Invånare | Ersättning per år, kr |\n|---|---|---|\n| Ekmora | 18 400 | 110 400 |\n| Granby | 9 750 | 58 500 |\n| Summa | 28 150 | 168 900 |\n\nErsättningen betalas med hela årsbeloppet senast den 31 januari varje år.';
  expect(paid(body, TWO_YEARS)).toEqual([[168900, '2024-01-31'], [168900, '2025-01-31']]);
});

test('a row whose last cell goes on below is one row of the plan', () => {
  const body = '## Ekonomi\n\nMedlen betalas ut i tre delar:\n\n  Del 1    240 000 kr    när överenskommelsen har undertecknats\n                         av samtliga parter\n  Del 2    144 000 kr    när delrapporten har kommit in\n  Del 3     96 000 kr    när slutrapporten har godkänts\n                         av kommunen';
  const payments = readPayments(smallAgreement(body));
  expect(payments.map(({ sek, due }) => [sek, due.event])).toEqual([[240000, 'signed_by_all'], [144000, 'interim_report_received'], [96000, 'final_report_approved']]);
  expect(payments[0]!.payer).toBe('Björkviks kommun'); // both sign, and one of them pays
});

test('shares say who pays, and then "both" is not said', () => {
  const body = '## Ekonomi\n\nParterna betalar 200 000 kr den 1 mars 2025, varav 120 000 kr från socialförvaltningen och 80 000 kr från kulturförvaltningen.';
  const [payment] = readPayments(smallAgreement(body));
  expect([payment!.split.length, payment!.payer]).toEqual([2, null]);
});

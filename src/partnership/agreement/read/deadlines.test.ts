import { expect, test } from 'vitest';
import { smallAgreement } from '../../../../tests/support/small-agreement.ts';
import { readDeadlines } from './deadlines.ts';

const TWO_YEARS = 'den 1 januari 2024 till och med den 31 december 2025';
const days = (body: string, term?: string) => readDeadlines(smallAgreement(body, term)).map((deadline) => deadline.date);

test('a day with its year is a deadline, with who is to do it', () => {
  const [deadline] = readDeadlines(smallAgreement('## Uppföljning\n\nSenast 2026-01-31 ska föreningen lämna en ekonomisk redovisning.'));
  expect(deadline).toMatchObject({ date: '2026-01-31', precision: 'day', derived: false, responsible: 'Föreningen Lyktan', recurrence: null });
});

test('days without a year take it from the term', () => {
  const found = readDeadlines(smallAgreement('## Rapportering\n\nFöreningen skriver en delrapport och en slutrapport. Dessa ska vara styrgruppen tillhanda den 9:e juni, respektive 7:e december.'));
  expect(found.map(({ date, derived, responsible }) => [date, derived, responsible])).toEqual([['2025-06-09', true, 'Föreningen Lyktan'], ['2025-12-07', true, 'Föreningen Lyktan']]);
});

test('a distance from the end is resolved, and says from where', () => {
  const [deadline] = readDeadlines(smallAgreement('## Förlängning\n\nParterna ska senast två månader före avtalstidens utgång ta ställning till en förlängning.'));
  expect(deadline).toMatchObject({ date: '2025-10-31', derived: true, relative: { anchor: 'end', months: -2, days: 0 }, responsible: 'both' });
  expect(days('## Uppföljning\n\nSlutrapport ska lämnas inom 30 dagar efter avtalets slut.')).toEqual(['2026-01-30']);
});

test('a month is known to the month, and its last day is the deadline', () => {
  const [deadline] = readDeadlines(smallAgreement('## Uppföljning\n\nEn gemensam uppföljning ska redovisas senast september 2025.'));
  expect(deadline).toMatchObject({ date: '2025-09-30', precision: 'month', responsible: null });
});

test('a yearly report comes once for every year of the agreement', () => {
  expect(days('## Rapportering\n\nFöreningen ska senast den 31 augusti varje år lämna en delrapport.', TWO_YEARS)).toEqual(['2024-08-31', '2025-08-31']);
  expect(days('## Rapportering\n\nFöreningen ska senast den 28 februari året efter varje verksamhetsår lämna en verksamhetsberättelse.', TWO_YEARS)).toEqual(['2025-02-28', '2026-02-28']);
});

test('what is done regularly has a rhythm and no date', () => {
  const [deadline] = readDeadlines(smallAgreement('## Uppföljning\n\nFöreningen redovisar varje kvartal hur medlen har använts.'));
  expect(deadline).toMatchObject({ date: null, recurrence: 'quarterly' });
});

test('the last day of February is the 29th in a leap year', () => {
  expect(days('## Uppföljning\n\nFöreningen lämnar en rapport senast sista februari.', 'den 1 januari 2024 till och med den 31 december 2024')).toEqual(['2024-02-29']);
});

test('history, the term, a day of payment and a signature are no deadlines', () => {
  const body = '## Bakgrund\n\nNämnden beslutade den 14 november 2024 att ingå partnerskapet.\n\n## Ekonomi\n\nBidraget, 50 000 kr, betalas ut den 1 mars 2025.\n\n## Underskrifter\n\nBjörkvik den 18 december 2024';
  expect(days(body)).toEqual([]);
});

test('rows of a calendar are deadlines', () => {
  const found = readDeadlines(smallAgreement('## Uppföljning\n\n| Vad | När | Vem |\n|---|---|---|\n| Delrapport | 2025-06-30 | Föreningen |\n| Slutrapport | 2025-12-15 | Föreningen |'));
  expect(found.map(({ what, date, responsible }) => [what, date, responsible])).toEqual([['Delrapport', '2025-06-30', 'Föreningen Lyktan'], ['Slutrapport', '2025-12-15', 'Föreningen Lyktan']]);
});

test('work a group is to have done by the end is due at the end', () => {
  expect(days('## Mål\n\nVid avtalstidens slut ska:\n\n- 70 personer ha fått stöd\n- styrgruppen ha formulerat ett förslag till fortsatt arbete')).toEqual(['2025-12-31']);
});

test.each([
  ['Ekonomisk redovisning lämnas senast två månader efter varje kalenderårs utgång.', ['2025-02-28', '2026-02-28']],
  ['Föreningen lämnar halvårsrapport den 15 juli och den 15 januari.', ['2024-07-15', '2025-07-15', '2025-01-15', '2026-01-15']],
  ['Parterna ska under våren 2025, senast den 30 april, avgöra om partnerskapet ska fortsätta.', ['2025-04-30']],
  ['Budget för nästkommande år ska vara klar till den 1 oktober.', ['2024-10-01', '2025-10-01']],
  ['Uppsägning ska göras senast tio månader före avtalstidens utgång.', ['2025-02-28']],
  ['Redovisning per den 31 december lämnas senast den 28 februari 2025.', ['2025-02-28']],
  ['Halvårssammanställning görs per den 30 juni och den 31 december varje år och lämnas senast två månader därefter i en rapport.', ['2024-08-31', '2025-02-28', '2025-08-31', '2026-02-28']],
  ['Föreningen lämnar årsrapport den 10 februari 2025. Kommunen redovisar rapporten för nämnden inom en månad.', ['2025-02-10', '2025-03-10']],
  ['Det är också föreningen som håller en föräldrakväll i oktober.', ['2024-10-31', '2025-10-31']],
  ['Efter varje årsslut, senast den 20 januari, skickar föreningen en redovisning.', ['2025-01-20', '2026-01-20']],
  ['Slutrapport sista oktober 2025.', ['2025-10-31']],
  ['Finns det pengar kvar den 1 maj ska föreningen betala tillbaka dem senast den 30 juni.', ['2024-06-30', '2025-06-30']],
  ['I april 2025 bestämmer vi om vi fortsätter.', ['2025-04-30']],
  ['Utbetalning sker inom 30 dagar därefter.', []],
  ['Medel som vid avtalets utgång inte har använts ska betalas tillbaka.', []],
])('%s', (sentence, expected) => {
  expect(days(`## Uppföljning\n\n${sentence}`, TWO_YEARS).toSorted()).toEqual(expected.toSorted());
});

test('a table that says when each task is to be done has its days, and one that names who signs has none', () => {
  expect(days('## Arbetsplan\n\n| Vad | Vem | När |\n|---|---|---|\n| Bygga scen | Föreningen | maj 2025 |\n| Tömma tunnor | Kommunen | varje vecka |')).toEqual(['2025-05-31']);
  expect(days('## Klart\n\n| Part | Namn | Datum |\n|---|---|---|\n| Kommunen | Karin Ek | 2025-02-03 |')).toEqual([]);
});

test('a heading may say what the day under it is for', () => {
  expect(days('## Avstämningsmöte\n\nI november varje år. Kommunen kallar.', TWO_YEARS)).toEqual(['2024-11-30', '2025-11-30']);
});

test('under aims and following up alike a report keeps its day', () => {
  expect(days('## Mål och uppföljning\n\n90 vandringar ska genomföras.\n\nFöreningen lämnar en rapport senast den 1 november.')).toEqual(['2025-11-01']);
});

test.each([
  ['Efter sex månader gör parterna en avstämning.', ['2025-07-01']],
  ['Efter det första året utvärderas arbetet.', ['2026-01-01']],
  ['Arbetet ska vara utvärderat vid utgången av 2025.', ['2025-12-31']],
  ['Halvtidssnack 20 augusti 2025.', ['2025-08-20']],
  ['Ej förbrukade medel återbetalas senast tre månader efter avtalets slut.', ['2026-03-31']],
  ['Vid utgången av 2025 ska minst 15 volontärer vara igång.', []],
  ['Föreningen håller skola med start v. 44.', []],
])('“%s” is due when it says', (said, expected) => expect(days(`## Uppföljning\n\n${said}`)).toEqual(expected));

test('a distance is counted from the day named after it, and from those beside it', () => {
  expect(days('## Uppföljning\n\nFöreningen redovisar säsongen inom sex veckor från det att den slutat den 30 april.')).toEqual(['2025-06-11']);
  expect(days('## Uppföljning\n\nFöreningen lämnar statistik inom tre veckor efter halvårets slut (31 januari respektive 31 juli).')).toEqual(['2025-02-21', '2025-08-21']);
  expect(days('## Uppsägning\n\nDen som vill gå ur meddelar de andra tre månader före årsskiftet.')).toEqual(['2025-09-30']);
});

test('what is left is handed back so long after the end as is said, wherever in the sentence', () => {
  expect(days('## Återbetalning\n\nMedel som vid avtalets upphörande inte har förbrukats ska inom sextio dagar återföras till kommunen.')).toEqual(['2026-03-01']);
});

test('years before the first time do not count, and the day an agreement was made is none', () => {
  expect(days('## Redovisning\n\nSenast den 1 mars varje år, första gången år 2025, lämnar föreningen en rapport.', TWO_YEARS)).toEqual(['2025-03-01']);
  expect(days('## Avtalet\n\nParterna har den 10 maj 2025 träffat avtal om samråd.')).toEqual([]);
});

test.each([
  ['## Uppföljning\n\nParterna följer upp avtalet i juni och i december.', ['2024-06-30', '2024-12-31', '2025-06-30', '2025-12-31']],
  ['## Uppföljning\n\nGruppen skriver en rutin, som ska vara färdig den 30 september 2024.', ['2024-09-30']],
  ['## Uppföljning\n\nRedovisning för föregående år ska lämnas senast den 31 mars.', ['2025-03-31', '2026-03-31']],
  ['## Uppföljning\n\nUtvärderingen ska vara klar i god tid före avtalets slut, senast den 30 september 2025.', ['2025-09-30']],
  ['## Uppföljning\n\nFöreningen tecknar försäkring innan arbetet startar den 1 mars 2024.', ['2024-03-01']],
  ['## Uppföljning\n\nVi ses i juni varje år och pratar om hur det går.', ['2024-06-30', '2025-06-30']],
  ['## Milstolpar\n\n- Februari 2024: rekrytering av ledare\n- Mars 2024: utbildning', ['2024-02-29', '2024-03-31']],
  ['## Ekonomi\n\nRekvisition ska inges senast den 1 maj 2024.', ['2024-05-01']],
])('what is to be done by a day: %s', (body, expected) => expect(days(body, TWO_YEARS).toSorted()).toEqual(expected));

test('a distance is counted from a day beside it, not from the next one in the sentence', () => {
  expect(days('## Uppföljning\n\nLägesrapport lämnas senast 30 dagar efter den 1 mars 2024 och slutrapport senast den 1 oktober 2024.')).toEqual(['2024-03-31', '2024-10-01']);
});

test.each([
  ['Föreningen lämnar statistik för varje halvår, senast den 31 augusti och den 28 februari.', ['2025-08-31', '2026-02-28']],
  ['Föreningen redovisar antal deltagare senast den 31 augusti och den 28 februari för det halvår som gått.', ['2025-08-31', '2026-02-28']],
  ['Rapport lämnas per halvår, senast den 31 augusti och den 28 februari.', ['2025-08-31', '2026-02-28']],
  ['Föreningen redovisar halvårsvis, för första halvåret senast den 31 augusti och för andra halvåret senast den 28 februari.', ['2025-08-31', '2026-02-28']],
  ['En rapport för respektive halvår lämnas två gånger per år, senast den 31 augusti och den 28 februari.', ['2025-08-31', '2026-02-28']],
  ['Parterna planerar halvårsvis, senast den 31 maj och den 30 november.', ['2025-05-31', '2025-11-30']],
])('a half-year is told of when it is over: %s', (sentence, expected) => {
  expect(readDeadlines(smallAgreement(`## Uppföljning\n\n${sentence}`)).map(({ date }) => date)).toEqual(expected);
});

test('every second year, the day a condition looks at, and the meeting told elsewhere', () => {
  const days = (sentence: string) => readDeadlines(smallAgreement(`## Uppföljning\n\n${sentence}`, 'den 1 januari 2025 till och med den 31 december 2028')).map(({ date }) => date);
  expect(days('Kommunen gör en enkät i oktober vartannat år, första gången 2026.')).toEqual(['2026-10-31', '2028-10-31']);
  expect(days('Pengar som är kvar den 30 juni 2026 betalas tillbaka senast den 31 augusti 2026.')).toEqual(['2026-08-31']);
  expect(days('Kommunen redovisar resultatet vid samrådsmötet i mars.')).toEqual([]);
});

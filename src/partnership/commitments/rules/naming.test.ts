import { expect, test } from 'vitest';
import { fact, period } from '../../../../tests/support/duty-facts.ts';
import { dutiesFromFacts } from './duties.ts';

const titles = (...words: string[]) =>
  words.map((what) => dutiesFromFacts([fact('deadline', { date: '2025-06-09', what })])[0].title);
const REST = ' till styrgruppen enligt den mall som finns i bilagan till avtalet';

test('a sentence is called by the one thing it is about', () => {
  expect(titles(`Föreningen lämnar en ekonomisk redovisning${REST}`, `Parterna gör tillsammans en uppföljning${REST}`, `Om förlängning kräver ett politiskt beslut fattas det${REST}`)).toEqual([
    'Ekonomisk redovisning',
    'Uppföljning',
    'Beslut om förlängning',
  ]);
});

test('a sentence about two things, or about something without a name, keeps its words', () => {
  const two = `Föreningen lämnar en lägesrapport och en årsrapport${REST}`;
  const none = `Kommunen lämnar över nycklarna till lokalen och visar larmet för dem som ska ha det`;
  expect(titles(two, none)).toEqual([two, none]);
});

test('who reports lays a report, and what is evaluated and followed up is both', () => {
  expect(titles(`Föreningen redovisar antalet besök${REST}`, `Parterna utvärderar insatserna och följer upp dem${REST}`, `Inför en förlängning ser parterna över arbetssätten${REST}`, `Ställning till en förlängning tas senast i november${REST}`)).toEqual([
    'Redovisning',
    'Utvärdering och uppföljning',
    'Inför en förlängning',
    'Beslut om förlängning',
  ]);
});

test('words that only point back are called by what they point at', () => {
  const what = 'Dessa ska vara styrgruppen till handa den 9 juni respektive den 7 december.';
  const text = `Föreningen får lokalen av kommunen. Föreningen skriver en delrapport och en slutrapport. ${what}`;
  const at = text.indexOf(what);
  const reports = ['2025-06-09', '2025-12-07'].map((date, index) => ({ ...fact('deadline', { date, what }, at), id: `r${index}` }));
  const duties = dutiesFromFacts([period('2025-02-01', '2025-12-31'), ...reports], { text }).filter(({ kind }) => kind !== 'exit');
  expect(duties.map(({ kind, title }) => [kind, title])).toEqual([['report', 'Delrapport'], ['report', 'Slutrapport']]);
});

test('words that point back at nothing to do keep to themselves', () => {
  const what = 'Den ska vara städad och utrymd senast den 9 juni 2025.';
  const text = `Föreningen får lokalen av kommunen. ${what}`;
  expect(dutiesFromFacts([fact('deadline', { date: '2025-06-09', what }, text.indexOf(what))], { text })[0].title).toBe(what);
});

test('words short enough to be a title are the title', () => {
  expect(titles('Delrapport 1, ekonomi', 'Slutrapport ska lämnas senast den 9 juni')).toEqual(['Delrapport 1, ekonomi', 'Slutrapport']);
});

test('of an interim and a final report in one sentence the last is the final one, and the payment hangs on it', () => {
  const what = `Föreningen skriver en delrapport samt en slutrapport${REST}`;
  const both = ['2025-06-09', '2025-12-07'].map((date, index) => ({ ...fact('deadline', { date, what }, 20), id: `r${index}` }));
  const payment = fact('payment', { due: { date: null, precision: null, event: 'final_report_received' } }, 40);
  const duties = dutiesFromFacts([period('2025-02-01', '2025-12-31'), ...both, payment]).filter(({ kind }) => kind !== 'exit');
  expect(duties.map(({ title }) => title)).toEqual(['Delrapport', 'Slutrapport', null]);
  expect(duties[2].timing).toMatchObject({ duty: 'r1' });
});

test('a payment that waits for something is bound to the month the same words name, and is said once', () => {
  const payment = fact('payment', { due: { date: null, precision: null, event: 'final_report_received' } }, 40);
  const month = fact('deadline', { date: '2025-12-31', precision: 'month', what: 'Utbetalning 2 sker i december månad' }, 42);
  expect(dutiesFromFacts([payment, month]).map(({ kind, timing }) => [kind, timing.type === 'awaits' && timing.date])).toEqual([['payment', '2025-12-31']]);
});

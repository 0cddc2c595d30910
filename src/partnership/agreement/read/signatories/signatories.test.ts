import { expect, test } from 'vitest';
import { contextOf } from '../index.ts';
import { readSignatories } from './index.ts';

const opening = 'Överenskommelse mellan Ekmora kommun och Föreningen Läxtaxi\n\nBakgrund\n\nBarn i Ekmora behöver hjälp med läxorna och parterna vill ordna det tillsammans under flera år.\n\n';
const signed = (text: string): string[] => readSignatories(contextOf(opening + text)).map(({ name, title, party, date }) => [name, title, party, date].map((part) => part ?? '–').join(' | '));

const anna = 'Anna Bergqvist | kommundirektör | Ekmora kommun | –';
const erik = 'Erik Ekholm | ordförande | Föreningen Läxtaxi | –';

test.each([
  ['name, title and party under each other', 'Underskrifter\n\nAnna Bergqvist\nkommundirektör\nEkmora kommun\n\nErik Ekholm\nordförande\nFöreningen Läxtaxi', [anna, erik]],
  ['party above', 'Undertecknande\n\nFör Ekmora kommun\n\n\nAnna Bergqvist\nkommundirektör\n\nFör Föreningen Läxtaxi\n\n\nErik Ekholm\nordförande', [anna, erik]],
  ['on one line each', 'Underskrifter\n\nAnna Bergqvist, kommundirektör, Ekmora kommun\nErik Ekholm, ordförande, Föreningen Läxtaxi', [anna, erik]],
  ['side by side', 'Ekmora kommun                     Föreningen Läxtaxi\n\n______________________            ______________________\nAnna Bergqvist                    Erik Ekholm\nkommundirektör                    ordförande', [anna, erik]],
  ['side by side with tabs', 'Underskrifter\n\nEkmora kommun\tFöreningen Läxtaxi\n\nAnna Bergqvist\tErik Ekholm\nkommundirektör\tordförande', [anna, erik]],
  ['in a table', 'Underskrifter\n\n| För Ekmora kommun | För Föreningen Läxtaxi |\n|---|---|\n| Anna Bergqvist | Erik Ekholm |\n| kommundirektör | ordförande |', [anna, erik]],
  ['with the name spelled out', 'Detta avtal har upprättats i två likalydande exemplar.\n\nEkmora kommun\n\nOrt och datum: ____________\n\nNamnförtydligande: Anna Bergqvist, kommundirektör\n\nFöreningen Läxtaxi\n\nOrt och datum: ____________\n\nNamnförtydligande: Erik Ekholm, ordförande', [anna, erik]],
  ['with dates above', 'Underskrifter\n\nEkmora den 3 mars 2024\n\nAnna Bergqvist\nkommundirektör, Ekmora kommun\n\nEkmora den 5 mars 2024\n\nErik Ekholm\nordförande, Föreningen Läxtaxi', [anna.replace('–', '2024-03-03'), erik.replace('–', '2024-03-05')]],
  ['title first', 'Underskrifter\n\nEkmora kommun\n\nKommundirektör Anna Bergqvist\n\nFöreningen Läxtaxi\n\nOrdförande Erik Ekholm', ['Anna Bergqvist | Kommundirektör | Ekmora kommun | –', 'Erik Ekholm | Ordförande | Föreningen Läxtaxi | –']],
  ['two for one party', 'Underskrifter\n\nFör Ekmora kommun\n\nAnna Bergqvist\nkommundirektör\n\nMaj Lindahl\nkommunstyrelsens ordförande\n\nFör Föreningen Läxtaxi\n\nErik Ekholm\nordförande', [anna, 'Maj Lindahl | kommunstyrelsens ordförande | Ekmora kommun | –', erik]],
])('signatures are read: %s', (_, text, expected) => expect(signed(text)).toEqual(expected));

test('a name over two lines is one name, and a masked or blank one is none', () => {
  expect(signed('Underskrifter\n\nAnna\nBergqvist\nkommundirektör\nEkmora kommun\n\n██████ ██████\nordförande\nFöreningen Läxtaxi')).toEqual([anna]);
  expect(signed('Underskrifter\n\nEkmora kommun\n\nXX\nkommundirektör\n\nFöreningen Läxtaxi\n\n(namn)\nordförande')).toEqual([]);
});

test('a date that was left blank is no date', () => {
  expect(signed('Underskrifter\n\nEkmora 2024-03-\n\nAnna Bergqvist\nkommundirektör\nEkmora kommun')).toEqual([anna]);
});

test('contact persons and members of a steering group do not sign', () => {
  expect(signed('Styrgrupp\n\nLars Holm och Karin Blom ingår i styrgruppen för partnerskapet tillsammans med två till.\n\nKontaktpersoner\n\nLars Holm, enhetschef, lars.holm@example.se\n\nUnderskrifter\n\nAnna Bergqvist\nkommundirektör\nEkmora kommun')).toEqual([anna]);
});

test('signatures may end in a stop, one after the other on a line', () => {
  expect(signed('Underskrifter\n\nEkmora den 3 mars 2024. Anna Bergqvist, kommundirektör, Ekmora kommun. Erik Ekholm, ordförande, Föreningen Läxtaxi.').map((one) => one.split(' | ')[0])).toEqual(['Anna Bergqvist', 'Erik Ekholm']);
});

const [annaDated, erikDated] = [anna.replace('–', '2024-03-03'), erik.replace('–', '2024-03-05')];

test.each([
  ['places and days, parties, rules, names and titles', 'Ekmora den 3 mars 2024 Ekmora den 5 mars 2024\nEkmora kommun Föreningen Läxtaxi\n____________________ ____________________\nAnna Bergqvist Erik Ekholm\nkommundirektör ordförande', [annaDated, erikDated]],
  ['days alone, the parties below', '2024-03-03 2024-03-05\nAnna Bergqvist Erik Ekholm\nkommundirektör ordförande\nEkmora kommun Föreningen Läxtaxi', [annaDated, erikDated]],
  ['"För" before each party, a title of two words', 'För Ekmora kommun För Föreningen Läxtaxi\n\nAnna Bergqvist Erik Ekholm\nkommunstyrelsens ordförande ordförande', [anna.replace('kommundirektör', 'kommunstyrelsens ordförande'), erik]],
  ['three beside each other', 'Ekmora 2024-03-03 Ekmora 2024-03-05 Ekmora 2024-03-05\nAnna Bergqvist Erik Ekholm Maj Lindahl\nkommundirektör ordförande kassör', ['Anna Bergqvist | kommundirektör | Ekmora kommun | 2024-03-03', 'Erik Ekholm | ordförande | – | 2024-03-05', 'Maj Lindahl | kassör | – | 2024-03-05']],
])('signatures side by side with one space between are read: %s', (_, text, expected) => expect(signed(`Underskrifter\n\n${text}`)).toEqual(expected));

test('where one of the two has three names, another place tells which', () => {
  expect(signed('Kontakt: Anna Maria Bergqvist, anna@example.se\n\nUnderskrifter\n\nEkmora 2024-03-03 Ekmora 2024-03-05\nAnna Maria Bergqvist Erik Ekholm\nkommundirektör vice ordförande').map((one) => one.split(' | ').slice(0, 2).join(', '))).toEqual(['Anna Maria Bergqvist, kommundirektör', 'Erik Ekholm, vice ordförande']);
});

test('annexes named above the signatures, and a budget further up, do not end the agreement', () => {
  const below = 'Ekmora 2024-03-03                  Ekmora 2024-03-05\nAnna Bergqvist                     Erik Ekholm\nkommundirektör                     ordförande\nEkmora kommun                      Föreningen Läxtaxi';
  for (const above of ['Bilagor: 1. Ordningsregler 2. Budget', 'Bilagor\nBilaga 1 Budget\nBilaga 2 Rutin']) expect(signed(`Avtalet är upprättat i två exemplar.\n\n${above}\n\n${below}`), above).toEqual([annaDated, erikDated]);
  expect(signed(`Pengarna betalas ut när avtalet har undertecknats.\n\nBudget (kr)\nLön      250 000\nHyra      50 000\n\nTid\n\nAvtalet gäller från den 1 januari 2024 till den 31 december 2024.\n\n${below}`)).toEqual([annaDated, erikDated]);
});

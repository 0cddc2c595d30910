import { expect, test } from 'vitest';
import { readContacts } from './contacts.ts';
import { contextOf } from './index.ts';

const opening = 'Överenskommelse mellan Ekmora kommun och Föreningen Läxtaxi\n\n';
const contacts = (text: string): string[] => readContacts(contextOf(opening + text)).map(({ name, role, email, phone, organisation }) => [name, role, email, phone, organisation].map((part) => part ?? '–').join(' | '));

const anna = 'Anna Bergqvist | enhetschef | anna.bergqvist@example.se | 031-390 06 01 | Ekmora kommun';
const erik = 'Erik Ekholm | samordnare | erik@example.se | 070-174 06 02 | Föreningen Läxtaxi';

test.each([
  ['on one line each', 'Kontaktpersoner\n\nEkmora kommun: Anna Bergqvist, enhetschef, anna.bergqvist@example.se, 031-390 06 01\nLäxtaxi: Erik Ekholm, samordnare, erik@example.se, 070-174 06 02'],
  ['in a table', 'Kontaktpersoner\n\n| Part | Namn | Roll | E-post | Telefon |\n|---|---|---|---|---|\n| Ekmora kommun | Anna Bergqvist | enhetschef | anna.bergqvist@example.se | 031-390 06 01 |\n| Läxtaxi | Erik Ekholm | samordnare | erik@example.se | 070-174 06 02 |'],
  ['with the address on the next line', 'Kontaktpersoner\n\nFör Ekmora kommun: Anna Bergqvist, enhetschef\nE-post: anna.bergqvist@example.se och telefon: 031-390 06 01\n\nFör Läxtaxi: Erik Ekholm, samordnare\nE-post: erik@example.se och telefon: 070-174 06 02'],
  ['in running text', 'Kontaktperson för Ekmora kommun är Anna Bergqvist, enhetschef, anna.bergqvist@example.se, tfn 031-390 06 01.\n\nKontaktperson för Läxtaxi är Erik Ekholm, samordnare, erik@example.se, tfn 070-174 06 02.'],
])('contacts are read: %s', (_, text) => expect(contacts(text)).toEqual([anna, erik]));

test('several people before their addresses get the address that has their name', () => {
  expect(contacts('Kontaktpersoner\n\nEkmora kommun: Anna Bergqvist/Maj Lindahl\n\nE-post: maj.lindahl@example.se\nE-post: anna.bergqvist@example.se').map((one) => one.split(' | ')[2])).toEqual(['anna.bergqvist@example.se', 'maj.lindahl@example.se']);
});

test('a masked name is null', () => {
  expect(contacts('Kontaktpersoner\n\n██████ Säkerhetssamordnare, Ekmora kommun\n██████@example.se ████')).toEqual([]);
});

test('whom to ring is told in a sentence of its own', () => {
  expect(contacts('Samarbete\n\nDen som undrar något ringer Anna Bergqvist på kommunen, 031-390 06 01, eller Erik Ekholm i Läxtaxi, 070-174 06 02.').map((one) => one.split(' | ')[0])).toEqual(['Anna Bergqvist', 'Erik Ekholm']);
});

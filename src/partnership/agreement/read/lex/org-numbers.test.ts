import { expect, test } from 'vitest';
import { orgNumbersIn } from './org-numbers.ts';
import { emailsIn, phonesIn } from './reachable.ts';

test.each(['org.nr 802425-9551', 'organisationsnummer: 802425–9551', 'Organisationsnummer 802425 9551', 'orgnr.8024259551', 'Föreningen X (802425-9551)', 'Föreningen X (8024259551)', 'Org. nr: 802425-9551', '802425-9551', 'org nr 16802425-9551'])('%s holds an organisation number', (text) =>
  expect(orgNumbersIn(text).map(({ number }) => number)).toEqual(['802425-9551']));

test.each(['tel 063-143000', '19850101-1234', '850101-1234', 'Plusgiro 802425-9551', '1 250 000 kr', '2025-02-01', 'konto 8024259551', '250630-251231'])('%s is no organisation number', (text) => expect(orgNumbersIn(text)).toEqual([]));

test('telephone numbers are found in every grouping, and postal codes and dates are none', () => {
  for (const phone of ['044-131096', '0709-787844', '070 123 45 67', '+46 70-123 45 67', '08-508 000 00', '063-14 30 00', '010-123 45 67', '031/390 06 71']) expect(phonesIn(`tel ${phone}.`).map(({ value }) => value), phone).toEqual([phone]);
  for (const other of ['831 82 Ekmora', '2025-01-01', '212000-0951', '1 250 000 kr', '0,5 mkr']) expect(phonesIn(other), other).toEqual([]);
});

test('an e-mail address is kept as written; a masked one is none', () => {
  expect(emailsIn('E-post: Anna.Berg-Ek@sub.example.se, tfn').map(({ value }) => value)).toEqual(['Anna.Berg-Ek@sub.example.se']);
  expect(emailsIn('███@example.se @example.se')).toEqual([]);
});

import { expect, test } from 'vitest';
import { inTheirLanguage, ownAddress } from './own-address.ts';

const ORIGIN = 'https://handslag.granby.example';

test('only pages of the house are gone on to', () => {
  for (const to of ['https://evil.example/', '//evil.example', '/\\evil.example', '/\t/evil.example', 'javascript:alert(1)', '', null, undefined, 'partnerships']) expect(ownAddress(to, ORIGIN), String(to)).toBe('/');
  expect(ownAddress('/partnerships?kind=report#todo', ORIGIN)).toBe('/partnerships?kind=report#todo');
  expect(ownAddress('/en/calendar', ORIGIN)).toBe('/en/calendar');
});

test('the chosen language is the one of the page gone on to', () => {
  expect(inTheirLanguage('/calendar?month=2026-12', 'en', ORIGIN)).toBe('/en/calendar?month=2026-12');
  expect(inTheirLanguage('/en/calendar', 'sv', ORIGIN)).toBe('/calendar');
  expect(inTheirLanguage('/en/calendar', null, ORIGIN)).toBe('/en/calendar');
});

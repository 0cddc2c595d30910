import fc from 'fast-check';
import { expect, test } from 'vitest';
import { masked, secretsOf, shownName, veiled } from './protected.ts';

const mona = { name: 'Mona Ek-Ström', email: 'mona.ek@example.se', phone: '070-174 06 05', organisation: 'Lyktan', protected: true };

test('a protected name is shown to nobody who has not opened it', () => {
  expect(shownName(mona)).toBeNull();
  expect(shownName(mona, { opened: true })).toBe('Mona Ek-Ström');
  expect(shownName({ ...mona, protected: false })).toBe('Mona Ek-Ström');
  expect(shownName(undefined)).toBeNull();
});

test('of a protected person only what is meant to stay is left', () => {
  expect(veiled(mona, ['organisation'])).toEqual({ name: '', email: null, phone: null, organisation: 'Lyktan', protected: true });
  expect(veiled({ ...mona, protected: false }, [])).toEqual({ ...mona, protected: false });
});

test.each([
  ['Rapporten lämnas till Mona Ek-Ström.', 'Rapporten lämnas till ████ ████████.'],
  ['Monas rapport', '█████ rapport'],
  ['Skriv till MONA.EK@example.se', 'Skriv till ██████████████████'],
  ['Ring +46 70 174 06 05 eller 0701740605', 'Ring ███ ██ ███ ██ ██ eller ██████████'],
  ['EK-STRÖM, MONA', '████████, ████'],
  ['En ek vid Monarkin', 'En ek vid Monarkin'],
  ['Monarkin och Ekonomi', 'Monarkin och Ekonomi'],
  ['Mona\nEk-Ström', '████\n████████'],
])('%s', (text, wanted) => {
  expect(masked(text, secretsOf(mona))).toBe(wanted);
});

test('everything inside plain data is masked, and what is no text stays as it is', () => {
  const day = new Date(0);
  const data = { facts: [{ value: { name: 'Mona Ek-Ström', count: 3 } }], day, by: new Map([['a', 'Mona Ek-Ström']]) };
  expect(masked(data, secretsOf(mona))).toEqual({ facts: [{ value: { name: '████ ████████', count: 3 } }], day, by: new Map([['a', '████ ████████']]) });
  expect(masked(data, [])).toBe(data);
});

test('a mask moves nothing: places in a text stay where they were', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom('Mona', ' ', 'Ek-Ström', '070-174 06 05', '\n', 'ekot', '😀'), { maxLength: 20 }), (pieces) => {
      const text = pieces.join('');
      expect(masked(text, secretsOf(mona))).toHaveLength(text.length);
    }),
  );
});

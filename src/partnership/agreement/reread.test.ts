import { expect, test } from 'vitest';
import { smallFacts } from '../../../tests/support/readings.ts';
import { reread } from './reread.ts';

const known = (decided: string[] = []) => smallFacts().map((fact, index) => ({ ...fact, id: `f${index}`, decided: decided.includes(`f${index}`) }));

test('reading the same again changes nothing', () => {
  expect(reread(known(), smallFacts())).toEqual({ update: [], add: [], withdraw: [] });
});

test('a newer reader changes what nobody has decided on', () => {
  const next = smallFacts();
  next[3].value = { ...next[3].value, date: '2026-06-15' };
  expect(reread(known(), next).update).toEqual([{ id: 'f3', fact: next[3] }]);
});

test('a newer reader never changes or withdraws what a person has decided on', () => {
  const next = smallFacts().slice(0, 3);
  expect(reread(known(['f3', 'f4']), next)).toEqual({ update: [], add: [], withdraw: [] });
  const other = smallFacts();
  other[3].value = { ...other[3].value, date: '2026-06-15' };
  expect(reread(known(['f3']), other)).toEqual({ update: [], add: [], withdraw: [] });
});

test('what the newer reader no longer finds is withdrawn, and what it newly finds is added', () => {
  const next = smallFacts().slice(0, 4);
  const place = { ...smallFacts()[4], span: { start: 80, end: 90, line: 1 } };
  expect(reread(known(), [...next, place])).toEqual({ update: [], add: [place], withdraw: ['f4'] });
});

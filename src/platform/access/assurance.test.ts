import { expect, test } from 'vitest';
import { type Actor, ASSURANCE, nobody, system } from '../actor.ts';
import { atLeast, demand } from './assurance.ts';

const person = (assurance: (typeof ASSURANCE)[number]): Actor => ({ kind: 'person', id: '00000000-0000-4000-8000-000000000009', name: 'Maja Lindgren', assurance, assignments: [] });

test('each level is enough for itself and those below, and for none above', () => {
  const enough = ASSURANCE.map((has) => ASSURANCE.map((level) => atLeast(person(has), level)));
  expect(enough).toEqual([
    [true, false, false],
    [true, true, false],
    [true, true, true],
  ]);
});

test('the house itself needs no sign-in, and a visitor has none', () => {
  expect(atLeast(system('Handslag'), 'high')).toBe(true);
  expect(atLeast(nobody, 'low')).toBe(false);
});

test('too weak a sign-in is told so, and a visitor to sign in', () => {
  expect(demand(person('high'), 'substantial')).toEqual({ ok: true, value: null });
  expect(demand(person('low'), 'substantial')).toMatchObject({ refusals: [{ kind: 'forbidden', code: 'access.sign-in-stronger' }] });
  expect(demand(nobody, 'low')).toMatchObject({ refusals: [{ kind: 'unauthenticated' }] });
});

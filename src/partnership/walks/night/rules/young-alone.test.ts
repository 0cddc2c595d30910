import { expect, test } from 'vitest';
import type { Companion } from '../model.ts';
import { youngAlone } from './young-alone.ts';

const one = (signupId: string, young: boolean): Companion => ({ signupId, task: 'walker', firstName: signupId, phone: null, me: false, young });
const company = [one('Ada', false), one('Alva', true), one('Ebbe', true)];
const here = (who: Record<string, 'in' | 'out' | 'not'>) => Object.fromEntries(Object.entries(who).map(([signupId, value]) => [signupId, { entryId: signupId, value, at: '2026-12-04T20:00:00Z' }]));
const alone = (who: Record<string, 'in' | 'out' | 'not'>) => youngAlone(company, here(who)).map(({ signupId }) => signupId);

test('who is young is alone until somebody grown has come, and again when they have gone', () => {
  expect(alone({ Alva: 'in' })).toEqual(['Alva']);
  expect(alone({ Alva: 'in', Ebbe: 'in', Ada: 'not' })).toEqual(['Alva', 'Ebbe']);
  expect(alone({ Alva: 'in', Ada: 'in' })).toEqual([]);
  expect(alone({ Alva: 'in', Ada: 'out' })).toEqual(['Alva']);
});

test('nobody is alone where nobody young has come', () => {
  expect(alone({})).toEqual([]);
  expect(alone({ Ada: 'in' })).toEqual([]);
  expect(alone({ Alva: 'out', Ebbe: 'not' })).toEqual([]);
});

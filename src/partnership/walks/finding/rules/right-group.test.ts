import { expect, test } from 'vitest';
import { type Candidate, rightGroup, youngestOf } from './right-group.ts';
import { slugOf } from './slug.ts';

const group = (name: string, more: Partial<Candidate> = {}): Candidate => ({ id: name, name, areaIds: [], youngest: 18, waiting: 0, ...more });
const led = (groups: Candidate[], areaId: string | null, young = false) => rightGroup(groups, { areaId, young })?.id ?? null;

test('whoever wants to walk is led to a group that walks where they prefer, the one with fewest waiting', () => {
  const groups = [group('norr', { areaIds: ['station'], waiting: 3 }), group('söder', { areaIds: ['station', 'hamnen'], waiting: 1 }), group('öster')];
  expect(led(groups, 'station')).toBe('söder');
  expect(led(groups, 'hamnen')).toBe('söder');
  expect(led(groups, 'skogen')).toBe('öster');
  expect(led(groups, null)).toBe('öster');
  expect(led([], null)).toBeNull();
});

test('somebody under eighteen is led only to a group that takes young walkers', () => {
  const groups = [group('norr', { areaIds: ['station'] }), group('söder', { youngest: 16 })];
  expect(led(groups, 'station', true)).toBe('söder');
  expect(led([groups[0]!], 'station', true)).toBeNull();
  expect([youngestOf(groups), youngestOf([groups[0]!]), youngestOf([])]).toEqual([16, 18, 18]);
});

test('the short name of an address is readable, and never cut within a word', () => {
  expect(slugOf('Nattvandring i Ånäs & Högby')).toBe('nattvandring-i-anas-hogby');
  expect(slugOf('Överenskommelse om nattvandring mellan kommunen och föreningen')).toBe('overenskommelse-om-nattvandring-mellan');
  expect(slugOf('!')).toBe('nattvandring');
});

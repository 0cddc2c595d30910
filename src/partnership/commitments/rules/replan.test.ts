import { expect, test } from 'vitest';
import { fact, period } from '../../../../tests/support/duty-facts.ts';
import { dutiesFromFacts } from './duties.ts';
import { replan } from './replan.ts';

const monthly = fact('deadline', { recurrence: 'monthly', what: 'Rapport' });
const plan = (end: string) => dutiesFromFacts([period('2025-01-01', end), monthly]);
const open = () => false;
const labels = (duties: { key: string }[]) => duties.map(({ key }) => key.split('/')[1]);

test('planning again from the same facts changes nothing', () => {
  expect(replan(plan('2025-06-30'), plan('2025-06-30'), open)).toMatchObject({ moved: [], appeared: [], fellAway: [], plan: plan('2025-06-30') });
});

test('a longer term moves its end and adds what comes back', () => {
  const { moved, appeared, fellAway } = replan(plan('2025-04-30'), plan('2025-06-30'), open);
  expect(moved.map(({ after }) => after.subject)).toEqual(['end-of-term']);
  expect(labels(appeared)).toEqual(['2025-05', '2025-06']);
  expect(fellAway).toEqual([]);
});

test('what falls away when the term is shortened stays if it was done, as it was', () => {
  const before = plan('2025-06-30');
  const done = before.find(({ key }) => key.endsWith('2025-05'))!;
  const { fellAway, plan: after } = replan(before, plan('2025-04-30'), (key) => key === done.key);
  expect(labels(fellAway)).toEqual(['2025-06']);
  expect(after).toContainEqual(done);
});

test('a done duty keeps the day it had', () => {
  const before = dutiesFromFacts([fact('deadline', { date: '2025-06-09', what: 'Rapport' }, 7)]);
  const after = dutiesFromFacts([fact('deadline', { date: '2025-06-20', what: 'Rapport' }, 7)]);
  expect(replan(before, after, open).moved).toHaveLength(1);
  expect(replan(before, after, () => true)).toMatchObject({ moved: [], plan: before });
});

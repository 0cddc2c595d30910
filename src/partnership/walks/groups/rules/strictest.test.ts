import { expect, test } from 'vitest';
import { USUAL_RULES } from '../../rules/usual.ts';
import { strictest } from './strictest.ts';

const foundation = { ...USUAL_RULES, youngest: 18, largestGroup: 5, latestEnd: '02:00', earliestStart: '19:00', vests: true, trainedPerGroup: 1 };
const scouts = { ...USUAL_RULES, youngest: 20, smallestGroup: 3, largestGroup: 8, latestEnd: '23:30', earliestStart: '18:00', vests: false, trainedPerGroup: 0, courseBeforeFirstWalk: true, insurance: true };

test('an association may ask more of its groups than the one that coordinates, and never less', () => {
  expect(strictest(scouts, foundation)).toEqual({
    smallestGroup: 3,
    largestGroup: 5,
    youngest: 20,
    trainedPerGroup: 1,
    courseBeforeFirstWalk: true,
    insurance: true,
    registerExtract: false,
    vests: true,
    earliestStart: '19:00',
    latestEnd: '23:30',
    debrief: true,
  });
});

test('half past eleven at night is earlier than two in the morning', () => {
  expect(strictest({ ...scouts, latestEnd: '02:30' }, { ...foundation, latestEnd: '23:30' }).latestEnd).toBe('23:30');
});

test('who has said nothing asks nothing, and where nobody has, the usual holds', () => {
  expect(strictest(null, foundation)).toEqual(foundation);
  expect(strictest(scouts, null)).toEqual(scouts);
  expect(strictest(null, null)).toEqual(USUAL_RULES);
});

test('of sizes that exclude each other, those of the one that coordinates hold', () => {
  expect(strictest({ ...scouts, smallestGroup: 6, largestGroup: 8 }, foundation)).toMatchObject({ smallestGroup: 2, largestGroup: 5 });
});

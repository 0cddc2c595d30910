import { expect, test } from 'vitest';
import { eventPlace } from './event-place.ts';
import { eventWords } from './event-words.ts';

const place = (what: string, facts: Record<string, unknown> = {}, agreementId: string | null = 'a1') => eventPlace({ what, agreementId, facts });

test('an entry leads to what it is about, where that has a page', () => {
  expect(place('agreement.fact-corrected', { factId: 'f1' })).toBe('/partnerships/a1/agreement#fact-f1');
  expect(place('agreement.received')).toBe('/partnerships/a1/agreement');
  expect(place('commitments.duty-completed', { dutyId: 'd1' })).toBe('/partnerships/a1#duty-d1');
  expect(place('commitments.planned')).toBe('/partnerships/a1#duties');
  expect(place('money.terms-recorded')).toBe('/partnerships/a1#money');
  expect(place('journal.disposed')).toBeNull();
  expect(place('people.organisation-registered', {}, null)).toBeNull();
});

test('what an earlier version of the program wrote stands as it was written', () => {
  expect(eventWords('agreement.commenced')).toBe('Överenskommelsen togs i bruk');
  expect(eventWords('agreement.sung')).toBe('agreement.sung');
  expect(eventWords('toString')).toBe('toString');
});

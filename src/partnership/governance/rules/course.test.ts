import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { day } from '../../../../tests/support/any-agreement.ts';
import { LIFE_STATES } from '../model.ts';
import { lifeOf } from './life.ts';
import { haveAllAgreed, partiesAmong } from './parties.ts';
import { countedFromSaid, endingFrom, lastDayAfterNotice } from './reckoning.ts';
import { rescissionTerms } from './rescission-terms.ts';

describe('how far an agreement has come', () => {
  const nothing = { sharedAt: null, sentOutAt: null, commenced: false, endsOn: '2026-12-31', settlement: null, archiving: null };
  const now = new Date('2026-01-01');

  test('follows from what is recorded, each record taking it one step on', () => {
    const records = [{}, { sharedAt: now }, { sentOutAt: now }, { commenced: true }];
    const settled = { settlement: { settledOn: '2027-02-01' } };
    expect(records.map((_, at) => lifeOf(Object.assign({ ...nothing }, ...records.slice(0, at + 1)), '2026-06-01'))).toEqual(LIFE_STATES.slice(0, 4));
    expect([{ commenced: true }, settled, { ...settled, archiving: { place: 'Arkivet' } }].map((more) => lifeOf({ ...nothing, ...more }, '2027-03-01'))).toEqual(LIFE_STATES.slice(4));
  });

  test('the last day still counts, and an agreement until further notice does not end by itself', () => {
    expect(lifeOf({ ...nothing, commenced: true }, '2026-12-31')).toBe('active');
    expect(lifeOf({ ...nothing, commenced: true, endsOn: null }, '2099-01-01')).toBe('active');
  });
});

describe('the last day after notice', () => {
  test('is so many months after it was received, or after the turn of that month', () => {
    expect(lastDayAfterNotice('2026-01-31', { months: 1, countedFrom: 'receipt' })).toBe('2026-02-28');
    expect(lastDayAfterNotice('2026-11-12', { months: 3, countedFrom: 'turn-of-month' })).toBe('2027-02-28');
    expect(lastDayAfterNotice('2026-11-12', { months: 0, countedFrom: 'receipt' })).toBe('2026-11-12');
  });

  test('is never before it was received, and more months are never less', () => {
    fc.assert(
      fc.property(day, fc.nat(24), fc.constantFrom('receipt' as const, 'turn-of-month' as const), (received, months, countedFrom) => {
        const last = lastDayAfterNotice(received, { months, countedFrom });
        expect(last >= received && last < lastDayAfterNotice(received, { months: months + 1, countedFrom })).toBe(true);
      }),
    );
  });

  test('is counted as the agreement’s words say', () => {
    expect(countedFromSaid('Uppsägningstiden är tre månader räknat från närmaste månadsskifte.')).toBe('turn-of-month');
    expect(countedFromSaid('Uppsägningstiden är tre månader.')).toBe('receipt');
  });

  test('is the earlier of a notice’s and a rescission’s', () => {
    const notice = { endsOn: '2026-06-01', receivedOn: '2026-03-01' };
    expect(endingFrom([notice, { endsOn: '2026-04-01', receivedOn: '2026-04-01' }])).toEqual({ on: '2026-04-01', knownOn: '2026-04-01' });
    expect(endingFrom([])).toBeNull();
  });
});

test('what an agreement says of rescission is found with its time for putting things right, and a notice is none', () => {
  const text = 'Avtalet kan sägas upp av båda.\nPart får häva avtalet om den andra bryter mot det. Felet ska då ha åtgärdats inom 14 dagar.\nVid väsentligt avtalsbrott som inte rättats inom två veckor får avtalet hävas.';
  const { sentences, remedyDays } = rescissionTerms(text);
  expect(sentences.map(({ words, line }) => [line, words.slice(0, 12)])).toEqual([[2, 'Part får häv'], [3, 'Vid väsentli']]);
  for (const { start, end, words } of sentences) expect(text.slice(start, end)).toBe(words);
  expect(remedyDays).toBe(14);
  // As our own templates say it.
  expect(rescissionTerms('En part får häva överenskommelsen om den andra parten inte rättar felet inom 30 dagar efter en skriftlig begäran.').remedyDays).toBe(30);
  expect(rescissionTerms('Uppsägningstiden är tre månader. Begäran upphävdes.')).toEqual({ sentences: [], remedyDays: null });
});

test('an organisation that is known with its number and without is one party, and has agreed when either has', () => {
  const [bare, numbered, other] = [{ id: 'a', name: 'Granby kommun' }, { id: 'b', name: 'granby kommun ' }, { id: 'c', name: 'Lyktan' }];
  expect(partiesAmong([bare, numbered, other], 'b')).toEqual([numbered, other]);
  expect(haveAllAgreed([bare, numbered, other], [bare])).toBe(false);
  expect(haveAllAgreed([bare, numbered, other], [bare, other])).toBe(true);
});

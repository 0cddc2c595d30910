import { beforeEach, describe, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { no, organisationIdOf, twoSides } from '../../../tests/support/two-sides.ts';
import * as followup from './index.ts';

const { agreement, as, handedIn, handIn, house, journal, listed, maja, newPartnership, rowsSeen, sara, stranger, written } = await twoSides();

beforeEach(() => newPartnership());

describe('case numbers', () => {
  const series = (more: object = {}, context = maja) => followup.setCaseSeries(context, { organisationId: organisationIdOf(maja), prefix: 'KS', next: 1, ...more });

  test('are drawn from the municipality’s own series when the association hands in, and begin anew each year', async () => {
    sure(await series({ next: 7 }));
    const { registrations } = sure(await handIn(await written()));
    expect(registrations).toMatchObject([{ caseNumber: 'KS 2026/0007', drawn: true, registeredBy: 'Sara Berg', organisationId: organisationIdOf(maja) }]);
    expect((await listed(maja))[0].records[0].registration?.caseNumber).toBe('KS 2026/0007');
    expect(await rowsSeen(sara, 'followup.case_series')).toBe(0);

    const nextYear = { ...house, clock: stoppedClock('2027-01-04') };
    const later = contextFor(nextYear, sara.actor);
    expect(sure(await handIn(await written(later), later)).registrations[0].caseNumber).toBe('KS 2027/0001');
    const own = sure(await handIn(await written(contextFor(nextYear, maja.actor)), contextFor(nextYear, maja.actor)));
    expect(own.registrations[0].caseNumber).toBe('KS 2027/0002');
    expect(sure(await followup.readSubmission(sara, agreement.id, own.submission.id)).records[0].how).toBe('drawn-up');
  });

  test('are never given twice under ten hand-ins at once', async () => {
    sure(await series({ prefix: 'BUN', next: 9995 }));
    const drafts = await Promise.all(Array.from({ length: 10 }, (_, at) => written(at % 2 ? sara : maja)));
    const outcomes = await Promise.all(drafts.map((draftId, at) => handIn(draftId, at % 2 ? sara : maja)));
    const numbers = outcomes.map((outcome) => sure(outcome).registrations[0].caseNumber).sort();
    expect(numbers).toHaveLength(10);
    expect(new Set(numbers)).toEqual(new Set(Array.from({ length: 10 }, (_, at) => `BUN 2026/${9995 + at}`)));
  });

  test('that have been given cannot be given again by changing the series', async () => {
    sure(await series({ prefix: 'SN', next: 20 }));
    sure(await handIn(await written()));
    sure(await series({ prefix: 'KFN' }));
    expect(await series({ prefix: 'SN', next: 20 })).toMatchObject({ refusals: [{ code: 'followup.number-given-already', facts: { least: 21 } }] });
    sure(await series({ prefix: 'SN', next: 21 }));
    expect(no(await series({ prefix: '=1+1' }))).toEqual(['followup.prefix-not-understood']);
    expect(no(await series({ next: 'sju' }))).toEqual(['followup.next-number-not-understood']);
    expect(no(await series({}, sara))).toEqual(['access.not-allowed']);
    expect(no(await series({ organisationId: 'x' }))).toEqual(['access.not-allowed']);
    expect(no(await series({ organisationId: organisationIdOf(sara) }, sara))).toEqual(['followup.only-public-parties']);
  });

  test('can be typed by the registrar of a public party, once, and not out of the series', async () => {
    const hall = await as('Rut Ask', { role: 'coordinator', organisation: 'Björkvik kommun' });
    const [granby, lyktan] = [organisationIdOf(hall), organisationIdOf(sara)];
    await newPartnership([granby, lyktan]);
    const submission = await handedIn();
    const register = (context: Context, caseNumber: string, organisationId = granby) => followup.registerSubmission(context, { submissionId: submission.id, organisationId, caseNumber });
    expect(sure(await followup.readSubmission(hall, agreement.id, submission.id)).toRegister).toHaveLength(1);
    expect(sure(await followup.readSubmission(sara, agreement.id, submission.id)).toRegister).toEqual([]);
    expect(no(await register(sara, 'KS 2026/9'))).toEqual(['access.not-allowed']);
    expect(no(await register(sara, 'KS 2026/9', lyktan))).toEqual(['followup.only-public-parties']);
    expect(no(await register(hall, '  '))).toEqual(['followup.case-number-missing']);
    sure(await followup.setCaseSeries(hall, { organisationId: granby, prefix: 'KS', next: 9 }));
    expect(no(await register(hall, 'ks 2026/9'))).toEqual(['followup.number-still-to-be-drawn']);
    sure(await register(hall, 'KS 2026/8'));
    expect(no(await register(hall, 'KS 2026/7'))).toEqual(['followup.registered-already']);
    const { records } = sure(await followup.readSubmission(sara, agreement.id, submission.id));
    expect(records[0].registration).toMatchObject({ caseNumber: 'KS 2026/8', drawn: false, registeredBy: 'Rut Ask' });
    expect(await journal()).toEqual(['followup.handed-in', 'followup.registered']);
    expect(no(await followup.registerSubmission(stranger, { submissionId: submission.id, organisationId: granby, caseNumber: 'KS 1' }))).toEqual(['followup.not-found']);
  });
});

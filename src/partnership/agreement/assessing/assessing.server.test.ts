import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import * as agreement from '#partnership/agreement';
import { no, organisationIdOf, twoSides } from '../../../../tests/support/two-sides.ts';

const { agreement: partnership, ali, house, journal, maja, newPartnership, outreachWorker, rowsSeen, sara, signedOut, stranger } = await twoSides();

const plan = { title: 'Läxhjälp i Granby', description: 'Föreningen ska hjälpa barn med läxor.', recipient: 'Lyktan', orgNumber: '8029983411', plannedOre: 250_000_00, plannedRate: 112_345, plannedRateOn: '2026-11-20' };
const begun = async (more: Partial<agreement.TypedPlan> = {}) => sure(await agreement.beginAssessment(maja, { ...plan, ...more })).assessmentId;
const answer = (criterion: string, said: string, reason: string) => ({ criterion, said, reason });
const criterion = { id: '', question: 'Stöder det vår trygghetsplan?', why: '', source: 'Granbys riktlinjer', address: '', readOn: '2026-01-15' };

test('an assessment tells what has been answered, by whom and why, what is open, and gives no verdict', async () => {
  const assessmentId = await begun();
  sure(await agreement.answerCriteria(maja, { assessmentId, answers: [answer('shared-need', 'yes', 'Skolan och föreningen ser samma behov.'), answer('no-market', '', ' ')] }));
  sure(await agreement.answerCriteria(maja, { assessmentId, answers: [answer('shared-need', 'partly', 'Skolan ser behovet, men har en egen läxhjälp.'), answer('unheard-of', 'yes', 'Ja.')] }));
  const { assessment, asked } = sure(await agreement.readAssessment(maja, assessmentId));
  expect(assessment).toMatchObject({ orgNumber: '802998-3411', plannedOre: 250_000_00, plannedRate: 112_345, plannedRateOn: '2026-11-20', completion: null });
  expect(asked.filter(({ answer }) => answer)).toMatchObject([{ criterion: { id: 'shared-need' }, answer: { said: 'partly', reason: 'Skolan ser behovet, men har en egen läxhjälp.', answeredBy: 'Maja Lindgren' } }]);
  expect(sure(await agreement.listAssessments(maja)).rows[0]).toMatchObject({ asked: asked.length, answered: 1 });
  expect((await journal(null)).slice(-3)).toEqual(['agreement.assessment-begun', 'agreement.assessment-answered', 'agreement.assessment-answered']);
});

test('an answer needs its reason, and a text that gives away a person is asked about once more', async () => {
  const assessmentId = await begun();
  expect(no(await agreement.answerCriteria(maja, { assessmentId, answers: [answer('shared-need', 'yes', '')] }))).toEqual(['agreement.answer-incomplete']);
  expect(no(await agreement.answerCriteria(maja, { assessmentId, answers: [answer('shared-need', '', 'Därför.')] }))).toEqual(['agreement.answer-incomplete']);
  const reason = 'Ring Karin på 070-1740623.';
  expect(no(await agreement.answerCriteria(maja, { assessmentId, answers: [answer('shared-need', 'yes', reason)] }))).toContain('people.free-text-has-phone-number');
  sure(await agreement.answerCriteria(maja, { assessmentId, answers: [answer('shared-need', 'yes', reason)], lookedAt: [reason] }));
});

test('words that sound like a purchase are warning signs, and only where they stand', async () => {
  const description = 'Föreningen får uppdraget att hålla öppet, mot 500 kr per timme exklusive moms.';
  const { signs } = sure(await agreement.readAssessment(maja, await begun({ description })));
  expect(signs.map(({ words }) => words)).toEqual(expect.arrayContaining(['exklusive moms']));
  for (const { words, start, end } of signs) expect(description.slice(start, end)).toBe(words);
  expect(sure(await agreement.readAssessment(maja, await begun())).signs).toEqual([]);
});

test('it is completed once, by a person on a day, and then stays as it is', async () => {
  const assessmentId = await begun();
  expect(no(await agreement.completeAssessment(maja, { assessmentId }))).toEqual(['agreement.assessment-unanswered']);
  sure(await agreement.answerCriteria(maja, { assessmentId, answers: [answer('no-market', 'yes', 'Ingen annan gör det.')] }));
  sure(await agreement.completeAssessment(maja, { assessmentId }));
  for (const again of [agreement.completeAssessment(maja, { assessmentId }), agreement.describePlan(maja, { assessmentId, ...plan }), agreement.answerCriteria(maja, { assessmentId, answers: [answer('no-market', 'no', 'Jo.')] })]) {
    expect(no(await again)).toEqual(['agreement.assessment-is-completed']);
  }
  const { assessment } = sure(await agreement.readAssessment(maja, assessmentId));
  expect(assessment.completion).toMatchObject({ by: 'Maja Lindgren' });
});

test('an organisation asks its own questions after the common ones, and an assessment keeps those it began with', async () => {
  sure(await agreement.adoptCriteria(maja, { version: 0, criteria: [criterion, { ...criterion, question: ' ' }] }));
  const first = await begun();
  const own = sure(await agreement.ownCriteria(maja)).set!;
  expect(own).toMatchObject({ version: 1, criteria: [{ question: criterion.question }] });
  sure(await agreement.adoptCriteria(maja, { version: 1, criteria: [{ ...own.criteria[0], question: 'Finns det pengar för det?' }] }));
  expect(no(await agreement.adoptCriteria(maja, { version: 1, criteria: [] }))).toEqual(['agreement.criteria-changed-meanwhile']);
  expect(no(await agreement.adoptCriteria(maja, { version: 2, criteria: [{ ...criterion, source: '', address: 'javascript:alert(1)' }] }))).toEqual(['agreement.criterion-incomplete', 'agreement.criterion-incomplete']);
  const questionOf = async (assessmentId: string) => sure(await agreement.readAssessment(maja, assessmentId)).asked.at(-1)!.criterion;
  expect((await questionOf(first)).question).toBe(criterion.question);
  const second = await begun();
  expect(await questionOf(second)).toMatchObject({ id: own.criteria[0].id, question: 'Finns det pengar för det?' });
  expect(sure(await agreement.readAssessment(maja, second)).ownVersion).toBe(2);
});

test('nobody else sees an assessment: not the other side, not a stranger, not by SQL; and only who drafts may make one', async () => {
  await newPartnership();
  const assessmentId = await begun();
  for (const other of [sara, ali, stranger]) {
    expect(no(await agreement.readAssessment(other, assessmentId))).toEqual(['agreement.assessment-not-found']);
    expect(no(await agreement.completeAssessment(other, { assessmentId }))).toEqual(['agreement.assessment-not-found']);
    expect(await rowsSeen(other, 'agreement.assessment')).toBe(0);
    expect(await rowsSeen(other, 'agreement.assessment_answer')).toBe(0);
    expect(await rowsSeen(other, 'agreement.criteria_set')).toBe(0);
  }
  expect(no(await agreement.beginAssessment(outreachWorker, plan))).toEqual(['access.not-allowed']);
  expect(no(await agreement.beginAssessment(signedOut, plan))).toEqual(['access.sign-in-first']);
  expect(await rowsSeen(house, 'agreement.assessment')).toBeGreaterThan(0);
});

test('it is connected to a partnership of one’s own, and to no other', async () => {
  await newPartnership();
  const assessmentId = await begun();
  sure(await agreement.connectAssessment(maja, { assessmentId, agreementId: partnership.id }));
  expect(sure(await agreement.readAssessment(maja, assessmentId)).assessment.agreementId).toBe(partnership.id);
  expect(await journal()).toEqual([]);
  await newPartnership([organisationIdOf(sara), organisationIdOf(stranger)]);
  expect(no(await agreement.connectAssessment(maja, { assessmentId, agreementId: partnership.id }))).toEqual(['access.not-found']);
  expect(no(await agreement.connectAssessment(maja, { assessmentId, agreementId: randomUUID() }))).toEqual(['access.not-found']);
  sure(await agreement.connectAssessment(maja, { assessmentId, agreementId: null }));
});

test('what is planned is understood or sent back to its field', async () => {
  const begin = async (more: object) => (await agreement.beginAssessment(maja, { ...plan, ...more })) as { refusals?: { code: string; path?: string }[] };
  expect((await begin({ title: ' ', orgNumber: '12', plannedOre: undefined })).refusals).toEqual([
    { kind: 'invalid', code: 'agreement.assessment-untitled', path: 'title' },
    { kind: 'invalid', code: 'agreement.org-number-not-understood', path: 'orgNumber' },
    { kind: 'invalid', code: 'agreement.amount-not-understood', path: 'plannedOre' },
  ]);
  expect((await begin({ plannedRateOn: '' })).refusals).toMatchObject([{ code: 'agreement.rate-not-understood' }]);
  expect((await begin({ orgNumber: '', plannedOre: null, plannedRate: null, plannedRateOn: '' })).refusals).toBeUndefined();
});

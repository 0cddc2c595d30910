import { sql } from 'kysely';
import { expect, test } from 'vitest';
import * as agreement from '#partnership/agreement';
import { dutiesOfPartnership } from '#partnership/commitments';
import { courseOf } from '#partnership/governance';
import { termsOf } from '#partnership/money';
import { sure } from '#kernel/outcome.ts';
import { nobody } from '#platform/actor.ts';
import { type Context, contextFor, inTransaction } from '#platform/context.ts';
import { stoppedClock } from '#platform/clock.ts';
import { dateOf } from '#pure/commitments';
import { somebody } from '../../tests/support/cast.ts';
import { freshHouse } from '../../tests/support/fresh-database.ts';
import { smallText } from '../../tests/support/readings.ts';
import { running } from '../../tests/support/three-partnerships.ts';
import { no } from '../../tests/support/two-sides.ts';
import { beginSuccessor } from './course.ts';
import { bringAmendmentIntoForceAndLayOut } from './lay-out.ts';

const WORDS = ' Slutrapport lämnas den 10 december 2026.';
const report = { date: '2026-12-10', precision: 'day', derived: false, recurrence: null, what: 'Slutrapport', responsible: 'Lyktan', relative: null };
const house = await freshHouse(stoppedClock('2026-03-02'));
const as = async (name: string, role: 'coordinator' | 'association-manager', organisation: string) => contextFor(house, await somebody(house, name, { role, organisation }));
const maja = await as('Maja Lindgren', 'coordinator', 'Granby kommun');
const sara = await as('Sara Berg', 'association-manager', 'Lyktan');
const otto = await as('Otto Storm', 'coordinator', 'Storby kommun');
const { id } = await running(house, 'Nattöppet', ['Granby kommun', 'Lyktan'], { text: smallText + WORDS, more: [{ kind: 'deadline', value: report, certainty: 'certain', span: { start: smallText.length + 1, end: smallText.length + WORDS.length, line: 1 } }] });

const factOf = async (kind: string) => sure(await agreement.agreementForReview(maja, id)).facts.find((fact) => fact.kind === kind && (kind !== 'deadline' || fact.value.what === 'Slutrapport'))!;
const shared = (draftId: string, context: Context) => inTransaction(context, (inside) => sql`update agreement.draft set shared_at = now(), shared_by = 'Maja' where id = ${draftId}`.execute(inside.database));
const fill = async (context: Context, draftId: string, fields: Record<string, string>) => {
  const { version } = sure(await agreement.readAgreementDraft(context, draftId));
  sure(await agreement.changeDraft(context, { draftId, change: { kind: 'fields', version, fields } }));
};
const force = async (draftId: string, context: Context = house) => {
  const content = sure(await agreement.readAgreementDraft(maja, draftId));
  const pdfSha256 = await house.files.put(new TextEncoder().encode(`sealed ${draftId}`));
  return bringAmendmentIntoForceAndLayOut(context, { draftId, pdfSha256, content, signedAt: new Date('2026-03-02'), signedBy: ['Maja Lindgren', 'Sara Berg'] });
};
const days = async () => Object.fromEntries(sure(await dutiesOfPartnership(maja, id)).duties.map(({ duty }) => [duty.title ?? duty.subject, dateOf(duty)?.date]));

test('an amendment is begun from what is agreed, and only by those who may write', async () => {
  const period = await factOf('period');
  const begin = (context: Context, changes = [{ factId: period.id, part: 'end.date' }]) => agreement.beginAmendment(context, { agreementId: id, kind: 'amendment', changes });
  expect(no(await begin(otto))).toEqual(['access.not-found']);
  expect(no(await begin(contextFor(house, nobody)))).toEqual(['access.sign-in-first']);
  expect(no(await begin(maja, []))).toEqual(['agreement.choose-changes']);
  expect(no(await begin(maja, [{ factId: period.id, part: 'start.date' }]))).toEqual(['agreement.change-not-possible']);
  const { draftId } = sure(await begin(maja));
  expect(sure(await agreement.readAmendment(maja, id, draftId))).toMatchObject({ inForce: null, conflicts: [], mayResolve: true, draft: { kind: 'amendment', title: 'Tilläggsavtal till Nattöppet' } });
  expect(no(await agreement.readAmendment(sara, id, draftId))).toEqual(['agreement.draft-not-found']);
  expect(sure(await agreement.amendmentsOf(sara, id)).inTheMaking).toEqual([]);
  expect(no(await force(draftId))).toEqual(['agreement.draft-not-found']);
});

test('in force it moves dates and money with itself as the source; another about the same thing waits for a person to choose', async () => {
  const [period, final] = [await factOf('period'), await factOf('deadline')];
  const changes = [{ factId: period.id, part: 'end.date' }, { factId: final.id, part: 'date' }];
  const [{ draftId: first }, { draftId: second }] = [sure(await agreement.beginAmendment(maja, { agreementId: id, kind: 'amendment', changes })), sure(await agreement.beginAmendment(sara, { agreementId: id, kind: 'amendment', changes }))];
  await fill(maja, first, { 'andring-1': '2027-06-30', 'andring-2': '2027-06-10' });
  await fill(sara, second, { 'andring-1': '2027-12-31', 'andring-2': '2027-06-10' });
  const { clauses } = sure(await agreement.readAgreementDraft(maja, first));
  sure(await agreement.changeDraft(maja, { draftId: first, change: { kind: 'add-row', clauseId: clauses[1].id, row: 'payment-dated' } }));
  await fill(maja, first, { 'betalning-1-belopp': '30000', 'betalning-1-dag': '2027-02-01' });
  await shared(first, maja);
  await shared(second, sara);

  expect(no(await force(first, maja))).toEqual(['access.not-allowed']);
  const { moved } = sure(await force(first));
  expect(moved.map(({ after }) => after.title ?? after.subject).sort()).toEqual(['Slutrapport', 'end-of-term']);
  expect(sure(await force(first)).moved).toEqual([]);
  expect(await days()).toEqual({ 'Lämna rapport': '2026-06-01', payment: '2027-02-01', Slutrapport: '2027-06-10', 'end-of-term': '2027-06-30' });
  expect(sure(await termsOf(sara, id)).payments).toMatchObject([{ ore: 3_000_000, due: '2027-02-01', payer: 'Granby kommun' }]);

  const { text, instruments, facts } = sure(await agreement.agreementForReview(sara, id));
  expect(instruments.map(({ kind, title }) => [kind, title])).toEqual([['agreement', 'Nattöppet'], ['amendment', 'Tilläggsavtal till Nattöppet']]);
  const added = facts.find(({ kind }) => kind === 'payment')!;
  expect([added.instrument, text.slice(added.span.start, added.span.end)]).toEqual([first, '30\u00a0000 kronor betalas ut senast den 1 februari 2027.']);
  expect(sure(await dutiesOfPartnership(sara, id)).duties.find(({ duty }) => duty.kind === 'payment')!.duty.source.sentence).toBe(text.slice(added.span.start, added.span.end));
  expect(facts.find((fact) => fact.id === period.id)).toMatchObject({ amendedBy: first, value: { end: { date: '2027-06-30' } }, readValue: { end: { date: '2026-12-31' } } });
  expect(sure(await agreement.factHistories(sara, id)).get(period.id)).toMatchObject([{ verdict: 'confirm', amendment: null }, { verdict: 'correct', by: 'Maja Lindgren, Sara Berg', amendment: { draftId: first } }]);
  expect(sure(await agreement.amendmentsOf(sara, id)).inForce).toMatchObject([{ draftId: first, number: 1, signedBy: 'Maja Lindgren, Sara Berg' }]);
  expect(sure(await agreement.amendmentFile(sara, id, first)).bytes).toEqual(Buffer.from(`sealed ${first}`));
  expect((await sql`select * from agreement.amendment`.execute(otto.database)).rows).toEqual([]);
  await expect(sql`insert into agreement.amendment select gen_random_uuid(), agreement_id, kind, 2, title, sha256, text, signed_at, signed_by, in_force_at from agreement.amendment`.execute(maja.database)).rejects.toThrow(/row-level security/);

  const waiting = sure(await agreement.readAgreementDraft(sara, second));
  expect(no(await agreement.amendmentStands(sara, waiting))).toEqual(['agreement.amendment-conflicts']);
  expect(sure(await agreement.readAmendment(maja, id, second)).conflicts).toMatchObject([{ slug: 'andring-1', name: 'Avtalstiden', base: '2026-12-31', now: '2027-06-30', wanted: '2027-12-31' }]);
  const choose = (context: Context, slug = 'andring-1') => agreement.resolveConflict(context, { draftId: second, slug, keep: 'amendment' });
  expect(no(await choose(otto))).toEqual(['agreement.draft-not-found']);
  expect(no(await choose(sara, 'andring-2'))).toEqual(['agreement.no-such-conflict']);
  sure(await choose(maja));
  expect(no(await choose(sara))).toEqual(['agreement.no-such-conflict']);
  const resolved = sure(await agreement.readAgreementDraft(sara, second));
  expect(resolved.fields.find(({ slug }) => slug === 'fran-1')!.value).toBe('2027-06-30');
  sure(await agreement.amendmentStands(sara, resolved));
  sure(await force(second));
  expect((await days())['end-of-term']).toBe('2027-12-31');
  const events = (await sql<{ what: string }>`select what from platform.journal where agreement_id = ${id} and what like 'agreement.amend%' order by id`.execute(house.database)).rows.map(({ what }) => what);
  expect(events).toEqual(['agreement.amended', 'agreement.amendment-merged', 'agreement.amended']);
});

test('a new agreement is begun from the old one, and each knows the other', async () => {
  const { draftId } = sure(await beginSuccessor(maja, { agreementId: id }));
  const { agreementId, facts } = sure(await agreement.readAgreementDraft(maja, draftId));
  expect(facts.map(({ kind }) => kind)).toContain('period');
  expect(sure(await courseOf(maja, id)).successions).toEqual([{ predecessorId: id, successorId: agreementId }]);
  expect(no(await beginSuccessor(otto, { agreementId: id }))).toEqual(['access.not-found']);
});

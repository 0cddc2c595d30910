import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, describe, expect, test } from 'vitest';
import { letTakePart } from '#platform/access/assignments.ts';
import { organisationOf } from '#platform/access/standing.ts';
import { nobody } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { contextFor } from '#platform/context.ts';
import type { FactView } from '#pure/agreement';
import { dutyText, fact, period } from '../../../tests/support/duty-facts.ts';
import { freshContext } from '../../../tests/support/fresh-database.ts';
import * as commitments from './index.ts';
import type { SourceFact } from './rules/facts.ts';

const context = await freshContext(stoppedClock('2025-11-14'));
const signedOut = contextFor(context, nobody);

const report = fact('deadline', { date: '2025-12-07', what: 'Slutrapport', responsible: 'Lyktan' }, 14);
const payment = fact('payment', { sek: 100_000, due: { date: null, precision: null, event: 'final_report_received' } }, 28);
const meetings = fact('steering', { minMeetings: 2 }, 42);
const usual = [period('2025-02-01', '2025-12-31'), report, payment, meetings, fact('party', { name: 'Granby kommun' }, 56), fact('party', { name: 'Lyktan' }, 63), fact('title', { text: 'Lyktan i Granby' }, 70)];

const views = (facts: SourceFact[]): FactView[] => facts.map((one) => ({ readValue: one.value, ...one, verdict: 'confirmed', decidedBy: 'Maja', decidedAt: null }));
const plan = (facts = usual, text = dutyText) => commitments.planDuties(context, { agreementId, facts: views(facts), text });

/** The value of an outcome that must be a yes. */
function yes<T>(outcome: { ok: true; value: T } | { ok: false; refusals: unknown }): T {
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.value;
}
const no = (outcome: { ok: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);
const journal = async () =>
  (await sql<{ what: string }>`select what from platform.journal where agreement_id = ${agreementId} order by id`.execute(context.database)).rows.map(({ what }) => what);
const all = async () => yes(await commitments.dutiesOfPartnership(context, agreementId)).duties;
const dutyOf = async ({ id }: SourceFact) => (await all()).find(({ duty }) => duty.source.factId === id)!;

/** A partnership that Granby kommun takes part in. */
async function aPartnership(): Promise<string> {
  const id = randomUUID();
  await letTakePart(context, id, [organisationOf(context.actor)!.id]);
  return id;
}

let agreementId: string;
beforeEach(async () => {
  agreementId = await aPartnership();
  yes(await plan());
});

describe('planning', () => {
  test('duties are those of the agreed facts, and leave a line in the journal', async () => {
    expect((await all()).map(({ duty, state }) => [duty.subject, state])).toEqual([
      ['wording', 'soon'],
      ['end-of-term', 'coming'],
      ['steering-meeting', 'coming'],
      ['steering-meeting', 'coming'],
      ['payment', 'waiting'],
    ]);
    expect((await dutyOf(report)).duty.source.sentence).toBe(dutyText.slice(14, 20));
    expect(await journal()).toEqual(['commitments.planned']);
  });

  test('planning again from the same facts writes nothing', async () => {
    expect(yes(await plan())).toMatchObject({ moved: [], appeared: [], fellAway: [] });
    expect(await journal()).toEqual(['commitments.planned']);
  });

  test('a changed period says what moved, and keeps what was done', async () => {
    const id = (await dutyOf(report)).id;
    yes(await commitments.completeDuty(context, { dutyId: id, doneOn: '2025-11-10', evidence: null }));
    const changes = yes(await plan([period('2025-02-01', '2026-03-31'), ...usual.slice(1, 3)]));
    expect(changes.moved.map(({ before, after }) => [before.subject, after.timing.type === 'on' && after.timing.date])).toEqual([['end-of-term', '2026-03-31']]);
    expect(changes.fellAway).toHaveLength(2);
    expect((await dutyOf(report)).state).toBe('done');
    expect((await journal()).at(-1)).toBe('commitments.replanned');
  });

  test('a duty that falls away comes back as the same duty', async () => {
    const { id } = await dutyOf(report);
    yes(await plan(usual.filter((one) => one !== report)));
    expect(await dutyOf(report)).toBeUndefined();
    yes(await plan());
    expect((await dutyOf(report)).id).toBe(id);
  });

  test('a moved duty is a newer version of the same event', async () => {
    const { id, sequence } = await dutyOf(report);
    yes(await plan(usual.map((one) => (one === report ? { ...report, value: { ...report.value, date: '2025-12-10' } } : one))));
    expect(await dutyOf(report)).toMatchObject({ id, sequence: sequence + 1 });
  });

  test('days move to banking days where the agreement says so', async () => {
    const onEve = fact('payment', { sek: 1, due: { date: '2025-12-24', precision: 'day', event: null } }, 84);
    yes(await plan([...usual, onEve]));
    expect((await dutyOf(onEve)).duty.timing).toMatchObject({ date: '2025-12-24' });
    yes(await plan([...usual, onEve], `${dutyText} Infaller förfallodagen på en helgdag sker betalningen närmast följande bankdag.`));
    expect((await dutyOf(onEve)).duty.timing).toMatchObject({ date: '2025-12-29', shiftedFrom: '2025-12-24' });
  });

  test('an agreement until further notice is laid out two years ahead', async () => {
    yes(await plan([period('2025-11-01', null), fact('deadline', { recurrence: 'yearly', what: 'Rapport' }, 91)]));
    expect((await all()).map(({ duty }) => duty.key.split('/')[1])).toEqual(['2026', '2027']);
  });

  test('a visitor without a session plans nothing and sees nothing', async () => {
    expect(no(await commitments.planDuties(signedOut, { agreementId, facts: [], text: '' }))).toEqual(['access.sign-in-first']);
    expect(no(await commitments.dutiesOfPartnership(signedOut, agreementId))).toEqual(['access.sign-in-first']);
    expect(no(await commitments.dutiesDue(signedOut, { limit: 5 }))).toEqual(['access.sign-in-first']);
    expect(no(await commitments.calendarEntries(signedOut, { agreementId: null }))).toEqual(['access.sign-in-first']);
  });
});

describe('marking done', () => {
  test('keeps who, when and what shows it, and makes the payment that waited for it ready', async () => {
    const { id } = await dutyOf(report);
    yes(await commitments.completeDuty(context, { dutyId: id, doneOn: '2025-11-10', evidence: ' Mejl till styrgruppen ' }));
    expect(await dutyOf(report)).toMatchObject({ state: 'done', completion: { doneOn: '2025-11-10', evidence: 'Mejl till styrgruppen', recordedBy: 'Maja Lindgren' } });
    expect((await dutyOf(payment)).state).toBe('soon');
    expect((await journal()).at(-1)).toBe('commitments.duty-completed');
  });

  test('is refused twice, for a day to come, for what is cancelled, and to a visitor', async () => {
    const { id: dutyId } = await dutyOf(report);
    const input = { dutyId, doneOn: '2025-11-10', evidence: null };
    expect(no(await commitments.completeDuty(signedOut, input))).toEqual(['access.sign-in-first']);
    expect(no(await commitments.completeDuty(context, { ...input, dutyId: 'x' }))).toEqual(['commitments.not-found']);
    expect(no(await commitments.completeDuty(context, { ...input, doneOn: 'i går' }))).toEqual(['commitments.not-understood']);
    expect(no(await commitments.completeDuty(context, { ...input, doneOn: '2025-11-15' }))).toEqual(['commitments.done-in-the-future']);
    yes(await commitments.completeDuty(context, input));
    expect(no(await commitments.completeDuty(context, input))).toEqual(['commitments.done-already']);
    const cancelled = (await dutyOf(payment)).id;
    yes(await commitments.cancelDuty(context, { dutyId: cancelled, reason: 'Betalas inte' }));
    expect(no(await commitments.completeDuty(context, { ...input, dutyId: cancelled }))).toEqual(['commitments.cancelled-already']);
    expect(await journal()).toEqual(['commitments.planned', 'commitments.duty-completed', 'commitments.duty-cancelled']);
  });

  test('two who mark the same thing at the same time make one completion', async () => {
    const { id: dutyId } = await dutyOf(report);
    const both = await Promise.all([1, 2].map(() => commitments.completeDuty(context, { dutyId, doneOn: '2025-11-10', evidence: null })));
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
  });

  test('can be undone once, and the payment waits again', async () => {
    const { id: dutyId } = await dutyOf(report);
    expect(no(await commitments.undoCompletion(context, { dutyId }))).toEqual(['commitments.not-done']);
    yes(await commitments.completeDuty(context, { dutyId, doneOn: '2025-11-10', evidence: null }));
    yes(await commitments.undoCompletion(context, { dutyId }));
    expect([(await dutyOf(report)).state, (await dutyOf(payment)).state]).toEqual(['soon', 'waiting']);
    expect(no(await commitments.undoCompletion(signedOut, { dutyId }))).toEqual(['access.sign-in-first']);
    expect((await journal()).at(-1)).toBe('commitments.completion-undone');
  });
});

describe('placing a meeting', () => {
  test('gives it a day, and another day later', async () => {
    const { id: dutyId } = await dutyOf(meetings);
    yes(await commitments.placeMeeting(context, { dutyId, date: '2025-11-26' }));
    yes(await commitments.placeMeeting(context, { dutyId, date: '2025-11-27' }));
    const placed = (await all()).find(({ id }) => id === dutyId)!;
    expect(placed).toMatchObject({ state: 'soon', duty: { timing: { type: 'on', date: '2025-11-27', basis: 'placed' } }, placement: { recordedBy: 'Maja Lindgren' } });
    expect((await journal()).slice(-2)).toEqual(['commitments.duty-placed', 'commitments.duty-placed']);
  });

  test('is refused outside the term, for what has a day, what is done or cancelled, and to a visitor', async () => {
    const [one, two] = (await all()).filter(({ duty }) => duty.kind === 'meeting');
    const place = (dutyId: string, date: string, by = context) => commitments.placeMeeting(by, { dutyId, date });
    expect(await place(one.id, '2026-01-01')).toMatchObject({ refusals: [{ code: 'commitments.day-outside-window', facts: { from: '2025-02-01', to: '2025-12-31' } }] });
    expect(no(await place(one.id, '2025-02-30'))).toEqual(['commitments.not-understood']);
    expect(no(await place((await dutyOf(report)).id, '2025-11-26'))).toEqual(['commitments.has-a-day']);
    expect(no(await place(one.id, '2025-11-26', signedOut))).toEqual(['access.sign-in-first']);
    yes(await commitments.completeDuty(context, { dutyId: one.id, doneOn: '2025-11-10', evidence: null }));
    yes(await commitments.cancelDuty(context, { dutyId: two.id, reason: 'Räcker med en' }));
    expect(no(await place(one.id, '2025-11-26'))).toEqual(['commitments.done-already']);
    expect(no(await place(two.id, '2025-11-26'))).toEqual(['commitments.cancelled-already']);
  });
});

describe('cancelling', () => {
  test('keeps why, and can be taken back', async () => {
    const { id: dutyId } = await dutyOf(report);
    yes(await commitments.cancelDuty(context, { dutyId, reason: 'Beslut den 3 november' }));
    expect(await dutyOf(report)).toMatchObject({ state: 'cancelled', cancellation: { reason: 'Beslut den 3 november' } });
    yes(await commitments.undoCancellation(context, { dutyId }));
    expect((await dutyOf(report)).state).toBe('soon');
    expect((await journal()).slice(-2)).toEqual(['commitments.duty-cancelled', 'commitments.cancellation-undone']);
  });

  test('is refused without a reason, twice, for what is done, and to a visitor', async () => {
    const { id: dutyId } = await dutyOf(report);
    const cancel = (reason: string, by = context) => commitments.cancelDuty(by, { dutyId, reason });
    expect(no(await cancel('x', signedOut))).toEqual(['access.sign-in-first']);
    expect(no(await cancel('  '))).toEqual(['commitments.reason-missing']);
    expect(no(await commitments.undoCancellation(context, { dutyId }))).toEqual(['commitments.not-cancelled']);
    expect(no(await commitments.undoCancellation(signedOut, { dutyId }))).toEqual(['access.sign-in-first']);
    yes(await cancel('x'));
    expect(no(await cancel('x'))).toEqual(['commitments.cancelled-already']);
    yes(await commitments.undoCancellation(context, { dutyId }));
    yes(await commitments.completeDuty(context, { dutyId, doneOn: '2025-11-10', evidence: null }));
    expect(no(await cancel('x'))).toEqual(['commitments.done-already']);
  });
});

describe('what is owed and when', () => {
  test('comes the earliest first, a page at a time, none missed and none twice, across partnerships', async () => {
    const seen: { id: string; dueBy: string }[] = [];
    let after: string | null = null;
    do {
      const page: { rows: commitments.DutyDue[]; next: string | null } = yes(await commitments.dutiesDue(context, { limit: 7, after }));
      seen.push(...page.rows);
      after = page.next;
    } while (after);
    const { rows } = await sql<{ count: number }>`select count(*) from commitments.duty where open and due_by is not null`.execute(context.database);
    expect(new Set(seen.map(({ id }) => id)).size).toBe(rows[0].count);
    expect(seen).toHaveLength(rows[0].count);
    expect(seen.map(({ dueBy }) => dueBy)).toEqual(seen.map(({ dueBy }) => dueBy).toSorted());
  });

  test('a last day of notice that has passed is owed by nobody', async () => {
    const before = yes(await commitments.dutiesDue(context, { limit: 1 })).counts.late;
    yes(await plan([...usual, fact('notice', { months: 3 })]));
    const owed = yes(await commitments.dutiesDue(context, { limit: 500 }));
    expect((await all()).map(({ duty, state }) => [duty.subject, state])).toContainEqual(['last-day-of-notice', 'done']);
    expect(owed.rows.filter((row) => row.agreementId === agreementId).map(({ duty }) => duty.subject)).not.toContain('last-day-of-notice');
    expect(owed.counts.late).toBe(before);
  });

  test('names the partnership, and leaves out what is done', async () => {
    const mine = async () => yes(await commitments.dutiesDue(context, { limit: 500 })).rows.filter((row) => row.agreementId === agreementId);
    expect((await mine())[0]).toMatchObject({ agreementTitle: 'Lyktan i Granby', parties: ['Granby kommun', 'Lyktan'], state: 'soon', dueBy: '2025-12-07' });
    yes(await commitments.completeDuty(context, { dutyId: (await dutyOf(report)).id, doneOn: '2025-11-10', evidence: null }));
    expect((await mine())[0]).toMatchObject({ duty: { kind: 'payment' }, state: 'soon', dueBy: '2025-11-10' });
  });

  test('the counts are those of the states, however many rows are shown', async () => {
    const page = yes(await commitments.dutiesDue(context, { limit: 1 }));
    const states = await Promise.all((await sql<{ id: string }>`select agreement_id as id from commitments.plan`.execute(context.database)).rows.map(({ id }) => commitments.dutiesOfPartnership(context, id)));
    const open = states.flatMap((one) => yes(one).duties.map(({ state }) => state));
    const expected = Object.fromEntries(['late', 'soon', 'coming', 'waiting'].map((state) => [state, Math.min(100, open.filter((one) => one === state).length)]));
    expect(page.counts).toEqual(expected);
  });

  test('a page is read from the index, not by sorting every duty', async () => {
    const { rows } = await context.database.transaction().execute(async (database) => {
      // A small table is read whole whatever its indexes; so that the plan shows what a large one would do.
      await sql`set local enable_seqscan = off`.execute(database);
      await sql`set local enable_bitmapscan = off`.execute(database);
      const page = sql<{ 'QUERY PLAN': string }>`explain select id from commitments.duty where open and due_by is not null and (due_by, id) > ('2025-01-01'::date, ${randomUUID()}::uuid) order by due_by, id limit 20`;
      return page.execute(database);
    });
    const steps = rows.map((row) => row['QUERY PLAN']).join('\n');
    expect(steps).toContain('duty_due');
    expect(steps).not.toContain('Sort');
  });

  test('a calendar has the duties of one partnership, or what is open in all', async () => {
    const one = yes(await commitments.calendarEntries(context, { agreementId }));
    expect(one.map(({ partnership }) => partnership.title)).toEqual(Array.from({ length: 5 }, () => 'Lyktan i Granby'));
    expect(yes(await commitments.calendarEntries(context, { agreementId: null })).length).toBeGreaterThan(one.length);
    expect(commitments.icalendar(one, { stamp: context.clock.now() })).toContain('SUMMARY:Slutrapport');
    expect(no(await commitments.calendarEntries(context, { agreementId: randomUUID() }))).toEqual(['access.not-found']);
  });
});

describe('narrowing', () => {
  const december = { start: '2025-12-01', end: '2025-12-31' };
  const mine = <Row extends { agreementId: string }>(rows: Row[]) => rows.filter((row) => row.agreementId === agreementId);

  test('what is owed can be narrowed to some kinds', async () => {
    const { rows } = yes(await commitments.dutiesDue(context, { limit: 1000, kinds: ['report'] }));
    expect(mine(rows).map(({ duty }) => duty.kind)).toEqual(['report']);
  });

  test('a month has what falls in it, done or not, and not what was cancelled', async () => {
    const { id } = await dutyOf(report);
    yes(await commitments.completeDuty(context, { dutyId: id, doneOn: '2025-11-10', evidence: null }));
    const ofDecember = async () => mine(yes(await commitments.dutiesWithin(context, { period: december, limit: 1000 })).rows);
    expect((await ofDecember()).find((row) => row.id === id)?.state).toBe('done');
    yes(await commitments.undoCompletion(context, { dutyId: id }));
    yes(await commitments.cancelDuty(context, { dutyId: id, reason: 'Skrivs ihop med bokslutet' }));
    expect((await ofDecember()).some((row) => row.id === id)).toBe(false);
  });

  test('a month with more than is asked for says so', async () => {
    expect(yes(await commitments.dutiesWithin(context, { period: december, limit: 1 })).more).toBe(true);
  });

  test('one duty is found by its id, by whoever may read, and by no other', async () => {
    const { id } = await dutyOf(report);
    expect(yes(await commitments.findDuty(context, id)).duty.source.factId).toBe(report.id);
    expect(no(await commitments.findDuty(context, 'no such id'))).toEqual(['commitments.not-found']);
    expect(no(await commitments.findDuty(signedOut, id))).toEqual(['access.sign-in-first']);
    expect(no(await commitments.dutiesWithin(signedOut, { period: december, limit: 1 }))).toEqual(['access.sign-in-first']);
  });
});

import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { letTakePart } from '#platform/access/assignments.ts';
import { organisationOf } from '#platform/access/standing.ts';
import { stoppedClock } from '#platform/clock.ts';
import type { FactView } from '#pure/agreement';
import { dutyText, fact, period } from '../../../tests/support/duty-facts.ts';
import { freshContext } from '../../../tests/support/fresh-database.ts';
import * as commitments from './index.ts';

const context = await freshContext(stoppedClock('2025-11-14'));
const report = fact('deadline', { date: '2025-12-07', what: 'Slutrapport', responsible: 'Lyktan' }, 14);
const facts = [period('2025-02-01', '2025-12-31'), report, fact('party', { name: 'Kalle Kula IF' }, 63)].map((one): FactView => ({ readValue: one.value, ...one, verdict: 'confirmed', decidedBy: 'Maja', decidedAt: null }));

let dutyId: string;
beforeEach(async () => {
  const agreementId = randomUUID();
  await letTakePart(context, agreementId, [organisationOf(context.actor)!.id]);
  sure(await commitments.planDuties(context, { agreementId, facts, text: dutyText }));
  dutyId = sure(await commitments.dutiesOfPartnership(context, agreementId)).duties.find(({ duty }) => duty.source.factId === report.id)!.id;
});

const lastEntry = async () => (await sql<{ what: string; facts: object }>`select what, facts from platform.journal order by id desc limit 1`.execute(context.database)).rows[0];
const no = (outcome: { ok: boolean; refusals?: { code: string }[] }) => outcome.refusals?.map(({ code }) => code);

test('what shows that a duty is done is asked about before it is saved, and nothing is saved then', async () => {
  const evidence = 'Inlämnad av vaktmästaren, 070-174 06 05';
  expect(no(await commitments.completeDuty(context, { dutyId, doneOn: '2025-11-10', evidence }))).toEqual(['people.free-text-has-phone-number']);
  expect(sure(await commitments.findDuty(context, dutyId)).completion).toBeNull();
});

test('the writer may keep it, unaltered, and the journal knows that without the text', async () => {
  const evidence = 'Inlämnad av vaktmästaren, 070-174 06 05';
  sure(await commitments.completeDuty(context, { dutyId, doneOn: '2025-11-10', evidence, lookedAt: [evidence] }));
  expect(sure(await commitments.findDuty(context, dutyId)).completion?.evidence).toBe(evidence);
  const entry = await lastEntry();
  expect(entry).toMatchObject({ what: 'commitments.duty-completed', facts: { keptAnyway: { evidence: ['phone-number'] } } });
  expect(JSON.stringify(entry)).not.toContain('070-174');
});

test('why a duty no longer applies is asked about as well', async () => {
  const reason = 'Ungdomarna säger att Benneth Strid sålde knark där';
  expect(no(await commitments.cancelDuty(context, { dutyId, reason }))).toEqual(['people.free-text-has-name']);
  sure(await commitments.cancelDuty(context, { dutyId, reason, lookedAt: [reason] }));
  expect(await lastEntry()).toMatchObject({ what: 'commitments.duty-cancelled', facts: { keptAnyway: { reason: ['name'] } } });
});

test('the names of the parties are nobody in particular', async () => {
  sure(await commitments.cancelDuty(context, { dutyId, reason: 'Efter inbrottet kunde Kalle Kula IF inte hålla kvällen' }));
  expect((await lastEntry()).facts).not.toHaveProperty('keptAnyway');
});

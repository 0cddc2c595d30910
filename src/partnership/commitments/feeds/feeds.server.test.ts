import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { sure } from '#kernel/outcome.ts';
import { assignmentsOf, endAssignment, entrust, letTakePart } from '#platform/access/assignments.ts';
import { nobody, type Person } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { type Context, contextFor } from '#platform/context.ts';
import type { FactView } from '#pure/agreement';
import { somebody } from '../../../../tests/support/cast.ts';
import { dutyText, fact, period } from '../../../../tests/support/duty-facts.ts';
import { freshHouse } from '../../../../tests/support/fresh-database.ts';
import { calendarFeeds, entriesOfFeed, makeFeed, planDuties, revokeFeed } from '../index.ts';

const house = await freshHouse(stoppedClock('2026-01-05'));
const visitor = contextFor(house, nobody);
const as = (person: Person): Context => contextFor(house, person);
const manager = (name: string, organisation: string) => somebody(house, name, { role: 'association-manager', organisation });

/** A partnership with one report, in which this organisation takes part. */
async function partnership(organisation: string, report: string): Promise<string> {
  const agreementId = randomUUID();
  const { assignments } = await manager('Någon', organisation);
  await letTakePart(house, agreementId, [assignments[0].organisation!.id]);
  const facts = [period('2026-01-01', null), fact('deadline', { date: '2026-06-09', what: report }, 14)];
  const views: FactView[] = facts.map((one) => ({ readValue: one.value, ...one, verdict: 'confirmed', decidedBy: 'Maja', decidedAt: null }));
  sure(await planDuties(house, { agreementId, facts: views, text: dutyText }));
  return agreementId;
}

const lyktans = await partnership('Föreningen Lyktan', 'Lyktans rapport');
const another = await partnership('Föreningen Lyktan', 'Lyktans andra rapport');
const kompassens = await partnership('Föreningen Kompassen', 'Kompassens rapport');

let asa: Person;
beforeEach(async () => {
  asa = await manager('Åsa Ek', 'Föreningen Lyktan');
});

const titles = async (secret: string, context = visitor) => sure(await entriesOfFeed(context, secret)).map(({ duty }) => duty.title).sort();
const codes = (outcome: { ok: boolean; refusals?: { kind: string; code: string }[] }) => outcome.refusals?.map(({ kind, code }) => `${kind} ${code}`);
const NO_SUCH = ['not-found commitments.no-such-feed'];

test('a calendar program without a session gets what the owner of the address may see, and nothing of others', async () => {
  const { secret } = sure(await makeFeed(as(asa), { agreementId: null }));
  expect(await titles(secret)).toEqual(['Lyktans andra rapport', 'Lyktans rapport']);
});

test('the address of one partnership is of that alone', async () => {
  const { secret } = sure(await makeFeed(as(asa), { agreementId: another }));
  expect(await titles(secret)).toEqual(['Lyktans andra rapport']);
});

test('nobody makes an address of a partnership that is not theirs, nor without having signed in', async () => {
  expect(codes(await makeFeed(as(asa), { agreementId: kompassens }))).toEqual(['not-found access.not-found']);
  expect(codes(await makeFeed(visitor, { agreementId: null }))).toEqual(['unauthenticated access.sign-in-first']);
  expect(codes(await calendarFeeds(visitor))).toEqual(['unauthenticated access.sign-in-first']);
  expect(codes(await revokeFeed(visitor, { feedId: randomUUID() }))).toEqual(['unauthenticated access.sign-in-first']);
});

test('the secret is long, is not the same twice, and is not kept', async () => {
  const secrets = [sure(await makeFeed(as(asa), { agreementId: null })).secret, sure(await makeFeed(as(asa), { agreementId: null })).secret];
  expect(new Set(secrets).size).toBe(2);
  for (const secret of secrets) expect(Buffer.from(secret, 'base64url').length).toBe(32);
  const { rows } = await sql`select * from commitments.feed`.execute(house.database);
  const journal = await sql`select * from platform.journal`.execute(house.database);
  for (const secret of secrets) expect(JSON.stringify([rows, journal.rows])).not.toContain(secret);
});

test('a new address takes the place of the old one for the same thing, and of no other', async () => {
  const old = sure(await makeFeed(as(asa), { agreementId: null })).secret;
  const ofOne = sure(await makeFeed(as(asa), { agreementId: lyktans })).secret;
  const anew = sure(await makeFeed(as(asa), { agreementId: null })).secret;
  expect(codes(await entriesOfFeed(visitor, old))).toEqual(NO_SUCH);
  expect((await titles(ofOne)).length).toBe(1);
  expect((await titles(anew)).length).toBe(2);
  expect(sure(await calendarFeeds(as(asa))).length).toBe(2);
});

test('an address that has been revoked is like one that never was', async () => {
  const { secret } = sure(await makeFeed(as(asa), { agreementId: null }));
  const [{ id }] = sure(await calendarFeeds(as(asa)));
  sure(await revokeFeed(as(asa), { feedId: id }));
  const never = Buffer.alloc(32, 7).toString('base64url');
  for (const written of [secret, never, '', 'x', `${secret}x`, "' or true --"]) expect(codes(await entriesOfFeed(visitor, written))).toEqual(NO_SUCH);
  for (const feedId of [id, 'none']) expect(codes(await revokeFeed(as(asa), { feedId }))).toEqual(['conflict commitments.no-such-feed']);
});

test('nobody revokes or sees another\'s address', async () => {
  sure(await makeFeed(as(asa), { agreementId: null }));
  const [{ id }] = sure(await calendarFeeds(as(asa)));
  const bo = as(await manager('Bo Berg', 'Föreningen Lyktan'));
  expect(codes(await revokeFeed(bo, { feedId: id }))).toEqual(['conflict commitments.no-such-feed']);
  expect(sure(await calendarFeeds(bo))).toEqual([]);
  expect((await sql`select 1 from commitments.feed`.execute(bo.database)).rows).toEqual([]);
});

test('an address stops working the day after its owner\'s right has ended', async () => {
  const id = randomUUID();
  await entrust(house, { accountId: id, role: 'association-manager', organisationId: asa.assignments[0].organisation!.id, agreementId: null, starts: '2026-01-01', ends: '2026-01-05' });
  const bo = as({ ...asa, id, assignments: await assignmentsOf(house, id) });
  const all = sure(await makeFeed(bo, { agreementId: null })).secret;
  const one = sure(await makeFeed(bo, { agreementId: lyktans })).secret;
  expect((await titles(all)).length).toBe(2);
  const tomorrow = contextFor({ ...house, clock: stoppedClock('2026-01-06') }, nobody);
  for (const secret of [all, one]) expect(codes(await entriesOfFeed(tomorrow, secret))).toEqual(NO_SUCH);
});

test('an address of a partnership that its owner has left is closed while their others stay open', async () => {
  const ofOne = sure(await makeFeed(as(asa), { agreementId: lyktans })).secret;
  const all = sure(await makeFeed(as(asa), { agreementId: null })).secret;
  const [{ id, organisation }] = asa.assignments;
  await entrust(house, { accountId: asa.id, role: 'association-manager', organisationId: organisation!.id, agreementId: another });
  await endAssignment(house, id);
  expect(codes(await entriesOfFeed(visitor, ofOne))).toEqual(NO_SUCH);
  expect(await titles(all)).toEqual(['Lyktans andra rapport']);
});

test('making and revoking leave lines in the journal', async () => {
  sure(await makeFeed(as(asa), { agreementId: lyktans }));
  const [{ id }] = sure(await calendarFeeds(as(asa)));
  sure(await revokeFeed(as(asa), { feedId: id }));
  const { rows } = await sql<{ what: string }>`select what from platform.journal where facts->>'feedId' = ${id} order by id`.execute(house.database);
  expect(rows.map(({ what }) => what)).toEqual(['commitments.feed-made', 'commitments.feed-revoked']);
});

import { type RawBuilder, sql } from 'kysely';
import { expect, test } from 'vitest';
import { somebody } from '../../../tests/support/cast.ts';
import { asOwner, freshHouse } from '../../../tests/support/fresh-database.ts';
import { letTakePart } from '../access/assignments.ts';
import { contextFor, inTransaction } from '../context.ts';
import { witness } from '../journal.ts';
import { disposeOf } from './dispose.ts';
import type { JournalEvent } from './events.ts';
import { sendHeads } from './heads-letter.ts';
import { verifyJournal } from './verify.ts';

const house = await freshHouse();
const maja = await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' });
const asMaja = contextFor(house, maja);
const walk = crypto.randomUUID();
const rink = crypto.randomUUID();
for (const partnership of [walk, rink]) await letTakePart(house, partnership, [maja.assignments[0].organisation!.id]);

const write = (context: typeof house, what: JournalEvent, agreementId: string | null) =>
  inTransaction(context, (inside) => witness(inside, { what, agreementId, facts: { fileName: 'avtal.pdf', öre: 25_000, still: [1.5, null] } }));
const EVENTS = ['agreement.received', 'agreement.read', 'agreement.fact-confirmed', 'agreement.facts-confirmed', 'agreement.commenced'] as const;
for (const what of EVENTS) for (const partnership of [walk, rink]) await write(asMaja, what, partnership);
await write(house, 'people.organisation-registered', null);

const told = (statement: RawBuilder<unknown>) =>
  asOwner(house, async (owner) => {
    await statement.execute(owner);
    return (await verifyJournal(owner)).breaks;
  });
const third = sql`chain = ${walk} and sequence = 3`;

test('a journal that nobody has touched is whole, and its entries are counted', async () => {
  const { rows } = await sql<{ count: number }>`select count(*) as count from platform.journal`.execute(house.database);
  const verdict = await verifyJournal(house.database);
  expect(verdict).toMatchObject({ entries: rows[0].count, older: 0, breaks: [] });
  expect(verdict.heads).toHaveLength(3);
  expect(verdict.heads.find(({ chain }) => chain === walk)?.sequence).toBe(5);
});

test.each([
  ['the moment', 'entry-altered', sql`at = at + interval '1 microsecond'`],
  ['what happened', 'entry-altered', sql`what = 'agreement.commenced'`],
  ['for whom', 'entry-altered', sql`acting_for = gen_random_uuid()`],
  ["for whom's name", 'entry-altered', sql`acting_for_name = 'Norrby kommun'`],
  ['the version', 'entry-altered', sql`version = '9.9.9'`],
  ['the hash before', 'entry-altered', sql`previous_hash = repeat('a', 64)`],
  ['the hash', 'entry-altered', sql`hash = repeat('a', 64)`],
  ['who', 'who-altered', sql`who = 'Per Ek'`],
  ['the account', 'who-altered', sql`account_id = gen_random_uuid()`],
  ["who's salt", 'who-altered', sql`who_salt = repeat('a', 32)`],
  ["who's commitment", 'entry-altered', sql`who_commitment = repeat('a', 64)`],
  ['the facts', 'facts-altered', sql`facts = facts || '{"fileName": "annat.pdf"}'`],
  ["the facts' salt", 'facts-altered', sql`facts_salt = repeat('a', 32)`],
  ["the facts' commitment", 'entry-altered', sql`facts_commitment = repeat('a', 64)`],
  ['who, with its salt gone', 'who-altered', sql`who = 'Per Ek', who_salt = null`],
  ['who, as if disposed of', 'disposal-unsaid', sql`who = '', account_id = null, who_salt = null`],
])('that the owner changed %s of an entry is told', async (_what, kind, change) => {
  expect(await told(sql`update platform.journal set ${change} where ${third}`)).toEqual([{ chain: walk, sequence: 3, kind }]);
});

test('that an entry was taken out of the middle is told by the place it had', async () => {
  expect(await told(sql`delete from platform.journal where ${third}`)).toEqual([{ chain: walk, sequence: 3, kind: 'entry-missing' }]);
});

test('that an entry was moved to another partnership is told in both', async () => {
  const breaks = await told(sql`update platform.journal set agreement_id = ${rink}, sequence = 6 where ${third}`);
  expect(breaks).toHaveLength(2);
  expect(breaks).toContainEqual({ chain: walk, sequence: 3, kind: 'entry-missing' });
  expect(breaks).toContainEqual({ chain: rink, sequence: 6, kind: 'entry-altered' });
});

test('that two entries changed places is told', async () => {
  const swapped = await asOwner(house, async (owner) => {
    for (const [from, to] of [[3, 99], [4, 3], [99, 4]]) await sql`update platform.journal set sequence = ${to} where chain = ${walk} and sequence = ${from}`.execute(owner);
    return verifyJournal(owner);
  });
  expect(swapped.breaks).toEqual([{ chain: walk, sequence: 3, kind: 'entry-altered' }]);
});

test('that an entry was put in beside another is told', async () => {
  const doubled = await asOwner(house, async (owner) => {
    await sql`drop index platform.journal_link`.execute(owner);
    await sql`alter table platform.journal disable trigger user`.execute(owner);
    await copyOf(3, 3).execute(owner);
    return verifyJournal(owner);
  });
  expect(doubled.breaks).toEqual([{ chain: walk, sequence: 3, kind: 'entry-twice' }]);
});

test('that an entry was put in after the end is told', async () => {
  const longer = await asOwner(house, async (owner) => {
    await sql`alter table platform.journal disable trigger user`.execute(owner);
    await copyOf(5, 6).execute(owner);
    return verifyJournal(owner);
  });
  expect(longer.breaks).toEqual([{ chain: walk, sequence: 6, kind: 'entry-altered' }]);
});

test('that the newest entries were cut off is told, also where all of them were', async () => {
  expect(await told(sql`delete from platform.journal where chain = ${walk} and sequence > 3`)).toEqual([{ chain: walk, sequence: 4, kind: 'tail-missing' }]);
  expect(await told(sql`delete from platform.journal where chain = ${walk}`)).toEqual([{ chain: walk, sequence: 1, kind: 'tail-missing' }]);
});

test('that the end of a chain was moved is told', async () => {
  expect(await told(sql`update platform.journal_head set hash = repeat('a', 64) where chain = ${walk}`)).toEqual([{ chain: walk, sequence: 5, kind: 'head-altered' }]);
  expect(await told(sql`update platform.journal_head set sequence = 4 where chain = ${walk}`)).toEqual([{ chain: walk, sequence: 4, kind: 'head-altered' }]);
  expect(await told(sql`delete from platform.journal_head where chain = ${walk}`)).toEqual([{ chain: walk, sequence: 5, kind: 'head-altered' }]);
});

test('a chain cut off together with its end is only told by an end that was exported before', async () => {
  const { heads } = await verifyJournal(house.database);
  const cut = (exported: typeof heads) =>
    asOwner(house, async (owner) => {
      await sql`delete from platform.journal where chain = ${walk} and sequence > 3`.execute(owner);
      await sql`update platform.journal_head h set sequence = 3, hash = j.hash from platform.journal j where j.chain = h.chain and j.sequence = 3 and h.chain = ${walk}`.execute(owner);
      return verifyJournal(owner, exported);
    });
  expect((await cut([])).breaks).toEqual([]);
  expect((await cut(heads)).breaks).toEqual([{ chain: walk, sequence: 4, kind: 'not-as-exported' }]);
});

test('an exported end still holds when the chain has grown', async () => {
  const { heads } = await verifyJournal(house.database);
  await write(asMaja, 'agreement.read', rink);
  expect((await verifyJournal(house.database, heads)).breaks).toEqual([]);
  const other = heads.map((head) => (head.chain === rink ? { ...head, hash: 'a'.repeat(64) } : head));
  expect((await verifyJournal(house.database, other)).breaks).toEqual([{ chain: rink, sequence: 5, kind: 'not-as-exported' }]);
});

test('who did something can be disposed of, and the journal is whole', async () => {
  expect(await disposeOf(asMaja, { part: 'who', accountId: maja.id })).toBe(0);
  const count = await disposeOf(house, { part: 'who', accountId: maja.id });
  expect(count).toBe(11);
  const { rows } = await sql`select 1 from platform.journal where who = ${maja.name} or account_id = ${maja.id}`.execute(house.database);
  expect(rows).toEqual([]);
  expect((await verifyJournal(house.database)).breaks).toEqual([]);
});

test('what it was about can be disposed of, but never what a disposal was about', async () => {
  await disposeOf(house, { part: 'facts' });
  const { rows } = await sql<{ what: string }>`select distinct what from platform.journal where facts <> '{}'`.execute(house.database);
  expect(rows).toEqual([{ what: 'journal.disposed' }]);
  expect((await verifyJournal(house.database)).breaks).toEqual([]);
});

test('twelve people who write in two partnerships at once, in either order, make two whole chains', async () => {
  const before = await verifyJournal(house.database);
  const inOrder = (partnerships: string[]) =>
    inTransaction(house, async (inside) => {
      for (const agreementId of partnerships) await witness(inside, { what: 'agreement.read', agreementId });
    });
  await Promise.all(Array.from({ length: 12 }, (_, person) => inOrder(person % 2 === 0 ? [walk, rink] : [rink, walk])));
  const after = await verifyJournal(house.database);
  expect(after.breaks).toEqual([]);
  expect(after.entries - before.entries).toBe(24);
});

/** An entry of the walkers' partnership again, in this place. */
function copyOf(sequence: number, place: number) {
  const columns = sql.raw('at, who, account_id, acting_for, acting_for_name, what, agreement_id, facts, version, previous_hash, hash, who_salt, who_commitment, facts_salt, facts_commitment');
  return sql`insert into platform.journal (sequence, ${columns}) select ${place}::bigint, ${columns} from platform.journal where chain = ${walk} and sequence = ${sequence}`;
}

test('a letter with the ends of the chains is written once a day, and its text can be compared with later', async () => {
  await sendHeads(house, 'arkivet@granby.example');
  await sendHeads(house, 'arkivet@granby.example');
  const { rows } = await sql<{ text: string }>`select text from platform.outbox where kind = 'journal.heads'`.execute(house.database);
  expect(rows).toHaveLength(1);
  const { heads } = JSON.parse(rows[0].text.slice(rows[0].text.indexOf('{'))) as Awaited<ReturnType<typeof verifyJournal>>;
  expect(heads.length).toBeGreaterThan(1);
  expect((await verifyJournal(house.database, heads)).breaks).toEqual([]);
});

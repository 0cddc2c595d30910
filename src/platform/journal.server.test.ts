import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { somebody } from '../../tests/support/cast.ts';
import { freshHouse } from '../../tests/support/fresh-database.ts';
import { done, refuse } from '#kernel/outcome.ts';
import { letTakePart } from './access/assignments.ts';
import { nobody } from './actor.ts';
import { type Context, contextFor, inTransaction } from './context.ts';
import { witness, witnessReading } from './journal.ts';
import type { JournalRow } from './journal/tables.ts';

const house = await freshHouse();
const maja = await somebody(house, 'Maja Lindgren', { role: 'coordinator', organisation: 'Granby kommun' });
const asMaja = contextFor(house, maja);
const partnership = crypto.randomUUID();
await letTakePart(house, partnership, [maja.assignments[0].organisation!.id]);

const received = { what: 'agreement.received', agreementId: partnership } as const;
const lines = async (context: Context) => (await sql<JournalRow>`select * from platform.journal where agreement_id = ${partnership} order by sequence`.execute(context.database)).rows;

test('nothing is witnessed outside the transaction of what it witnesses', async () => {
  await expect(witness(asMaja, received)).rejects.toThrow('outside a transaction');
});

test('a line is kept with the write it witnesses, and gone with a write that failed', async () => {
  await inTransaction(asMaja, (inside) => witness(inside, received));
  const failed = inTransaction(asMaja, async (inside) => {
    await witness(inside, { what: 'agreement.read', agreementId: partnership });
    throw new Error('power cut');
  });
  await expect(failed).rejects.toThrow('power cut');
  expect((await lines(house)).map(({ what }) => what)).toEqual(['agreement.received']);
});

test('a line says who, for whom, what, when and by which version of the program', async () => {
  const [line] = await lines(house);
  expect(line).toMatchObject({ who: 'Maja Lindgren', account_id: maja.id, acting_for_name: 'Granby kommun', what: 'agreement.received', sequence: 1 });
  expect(line.at).toEqual(house.clock.now());
  expect(line.version).toMatch(/^\d+\.\d+\.\d+$/);
});

test('what is sensitive is shown to nobody whose reading could not be witnessed', async () => {
  const reading = (agreementId: string) => witnessReading(asMaja, async () => done('the address'), () => ({ what: 'people.person-read', agreementId }));
  expect(await reading(partnership)).toEqual(done('the address'));
  expect((await lines(house)).at(-1)?.what).toBe('people.person-read');
  await expect(reading(crypto.randomUUID())).rejects.toThrow('row-level security');
});

test('a reading that was refused is no reading', async () => {
  const before = await lines(house);
  expect((await witnessReading(asMaja, async () => refuse('not-found', 'access.not-found'), () => received)).ok).toBe(false);
  expect(await lines(house)).toEqual(before);
});

test('nobody witnesses in the name of another', async () => {
  await inTransaction(contextFor(house, nobody), (inside) => witness(inside, { what: 'people.recorded', agreementId: null }));
  const inAnothersName = inTransaction(asMaja, async (inside) => {
    await witness(inside, received);
    inside.witnessed![0].accountId = crypto.randomUUID();
  });
  await expect(inAnothersName).rejects.toThrow('row-level security');
});

test('who leaves a partnership is still witnessed leaving it', async () => {
  const leaver = await somebody(house, 'Per Ek', { role: 'volunteer', organisation: 'Föreningen Granby', agreementId: partnership });
  await inTransaction(contextFor(house, leaver), async (inside) => {
    await sql`update access.assignment set ended_at = ${house.clock.now()} where account_id = ${leaver.id}`.execute(inside.database);
    await witness(inside, received);
  });
  expect((await lines(house)).at(-1)?.who).toBe('Per Ek');
});

test('a line is read by those who take part in the partnership, by whoever it is about, and by no one else', async () => {
  const other = await somebody(house, 'Åsa Nord', { role: 'coordinator', organisation: 'Norrby kommun' });
  expect((await lines(asMaja)).length).toBeGreaterThan(0);
  expect(await lines(contextFor(house, other))).toEqual([]);
  expect(await lines(contextFor(house, nobody))).toEqual([]);
});

test.each([
  ['change a line', sql`update platform.journal set what = 'agreement.commenced'`],
  ['remove a line', sql`delete from platform.journal`],
  ['move the end of a chain', sql`update platform.journal_head set sequence = 0`],
  ['forget a chain', sql`delete from platform.journal_head`],
])('the role that the program works as cannot %s', async (_what, statement) => {
  await expect(statement.execute(house.database)).rejects.toThrow('permission denied');
});

test('the database refuses an entry that does not follow on the end of its chain', async () => {
  const forged = sql`
    insert into platform.journal (at, who, what, agreement_id, facts, version, sequence, previous_hash, hash, who_commitment, facts_commitment)
    values (now(), 'Maja Lindgren', 'agreement.read', ${partnership}, '{}', '0.1.0', 99, 'a', 'b', 'c', 'd')`;
  await expect(forged.execute(house.database)).rejects.toThrow('does not follow on');
});

import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { freshContext } from '../../tests/support/fresh-database.ts';
import { inTransaction } from './context.ts';
import { witness } from './journal.ts';

const context = await freshContext();
const lines = async () => (await sql<{ who: string; what: string }>`select who, what from platform.journal where what like 'agreement.%'`.execute(context.database)).rows;

test('nothing is witnessed outside the transaction of what it witnesses', async () => {
  await expect(witness(context, { what: 'agreement.received', agreementId: null })).rejects.toThrow('outside a transaction');
});

test('a line is kept with the write it witnesses, and gone with a write that failed', async () => {
  await inTransaction(context, (inside) => witness(inside, { what: 'agreement.received', agreementId: null }));
  const failed = inTransaction(context, async (inside) => {
    await witness(inside, { what: 'agreement.lost', agreementId: null });
    throw new Error('power cut');
  });
  await expect(failed).rejects.toThrow('power cut');
  expect(await lines()).toEqual([{ who: 'Maja Lindgren', what: 'agreement.received' }]);
});

import { createHash, randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { tables } from './tables.ts';

const DAY = 86_400_000;

/** The secret of a link that makes the first administrator, good for a day and once. It takes the place of one made before. */
export async function firstKey(house: Context): Promise<string> {
  const secret = randomBytes(32).toString('base64url');
  const made = { hash: hashOf(secret), expires_at: new Date(house.clock.now().getTime() + DAY) };
  await tables(house)
    .insertInto('sign_in.first_key')
    .values({ one: true, ...made })
    .onConflict((conflict) => conflict.column('one').doUpdateSet(made))
    .execute();
  return secret;
}

/** Whether a link's secret can still be used. */
export async function firstKeyIsGood(house: Context, secret: string): Promise<boolean> {
  const key = await tables(house).selectFrom('sign_in.first_key').select('one').where('hash', '=', hashOf(secret)).where('expires_at', '>', house.clock.now()).executeTakeFirst();
  return key !== undefined;
}

/** Uses the secret up. False where it was not good, or somebody was quicker. */
export async function spendFirstKey(house: Context, secret: string): Promise<boolean> {
  const { numDeletedRows } = await tables(house).deleteFrom('sign_in.first_key').where('hash', '=', hashOf(secret)).where('expires_at', '>', house.clock.now()).executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

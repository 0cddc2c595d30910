import { createHash, randomBytes } from 'node:crypto';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { isTheHouse } from '../policy.ts';
import { insertKey, personOfEndedKey, personOfKey } from '../store/keys.server.ts';

/** Milliseconds that a telephone is known: a season and some. */
const KNOWN_FOR = 200 * 86_400_000;

/** Gives the key by which a telephone is known as this walker's from now on. Only its hash is kept; it is shown this once. */
export async function giveKey(house: Context, { personId, agreementId }: { personId: string; agreementId: string }): Promise<Outcome<{ secret: string }>> {
  if (!isTheHouse(house.actor)) return refuse('forbidden', 'access.not-allowed');
  return inTransaction(house, async (inside) => {
    const secret = randomBytes(24).toString('base64url');
    await insertKey(inside, { secretHash: hashOf(secret), personId, expiresAt: new Date(inside.clock.now().getTime() + KNOWN_FOR) });
    await witness(inside, { what: 'walks.key-given', agreementId, facts: { personId } });
    return done({ secret });
  });
}

/** The walker whose telephone shows this key; null where nobody's does. The house asks, at the door. */
export async function walkerWithKey(house: Context, secret: string): Promise<string | null> {
  return isTheHouse(house.actor) ? personOfKey(house, hashOf(secret)) : null;
}

/** The walker whose telephone showed this key while it lasted: what it kept then is taken, aside. The house asks, at the door. */
export async function walkerWithEndedKey(house: Context, secret: string): Promise<string | null> {
  return isTheHouse(house.actor) ? personOfEndedKey(house, hashOf(secret)) : null;
}

const hashOf = (secret: string): string => createHash('sha256').update(secret).digest('hex');

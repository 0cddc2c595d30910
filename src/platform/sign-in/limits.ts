import { createHmac } from 'node:crypto';
import { normalizeIP } from '@better-auth/core/utils/ip';
import { sql } from 'kysely';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { SignIn } from './sign-in.ts';
import { tables } from './tables.ts';

/** How often something may be tried in a quarter of an hour: for one mail address, and from one address of the network, behind which may sit a whole municipality. */
const LIMITS = {
  'ask-for-link': { account: 5, network: 300 },
  'use-link': { account: null, network: 600 },
  passkey: { account: null, network: 600 },
  oidc: { account: null, network: 600 },
  'first-administrator': { account: null, network: 20 },
  invitation: { account: null, network: 300 },
  'ask-to-walk': { account: 5, network: 60 },
  'walk-code': { account: 3, network: 60 },
  'use-walk-code': { account: null, network: 300 },
  'hand-place': { account: 5, network: 300 },
} as const;

const QUARTER = 15 * 60_000;

/**
 * Counts one more try and says whether it was within what is allowed, whoever the address belongs to and whether it has an
 * account. Counted in the database in one statement, so that it holds across processes.
 */
export async function within(signIn: SignIn, what: keyof typeof LIMITS, from: { network: string; account?: string }): Promise<Outcome<null>> {
  const limits = LIMITS[what];
  const ofNetwork = await oneMore(signIn, `${what} network ${networkOf(from.network)}`);
  if (ofNetwork > limits.network) return refuse('too-many', 'sign-in.too-many-tries');
  if (from.account === undefined || limits.account === null) return done(null);
  return (await oneMore(signIn, `${what} account ${from.account.toLowerCase()}`)) > limits.account ? refuse('too-many', 'sign-in.too-many-tries') : done(null);
}

/** How often this has been tried in this quarter of an hour, this time included. */
async function oneMore({ house, secret }: SignIn, what: string): Promise<number> {
  const key = createHmac('sha256', secret).update(what).digest('base64url');
  const since = new Date(Math.floor(house.clock.now().getTime() / QUARTER) * QUARTER);
  const { tries } = await tables(house)
    .insertInto('sign_in.attempt')
    .values({ key, since, tries: 1 })
    .onConflict((conflict) => conflict.columns(['key', 'since']).doUpdateSet({ tries: sql`attempt.tries + 1` }))
    .returning('tries')
    .executeTakeFirstOrThrow();
  return tries;
}

/** Of an IPv6 address the half that says which network it is: the other half anybody may choose anew. */
const networkOf = (address: string): string => normalizeIP(address, { ipv6Subnet: 64 });

import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { hashOf, newSecret } from '../feeds/secret.server.ts';
import * as store from '../feeds/store.server.ts';
import { maySeeDuties, ownAccount } from '../policy.ts';

/**
 * Makes a secret calendar address for the one who asks, of one partnership or of all of theirs, and gives its secret this
 * once. One they had for the same stops working.
 */
export async function makeFeed(context: Context, { agreementId }: { agreementId: string | null }): Promise<Outcome<{ secret: string }>> {
  const accountId = ownAccount(context.actor);
  if (!accountId) return signInFirst();
  return inTransaction(context, async (inside) => {
    const asked = agreementId === null ? done(null) : await ask(inside, maySeeDuties, agreementId);
    if (!asked.ok) return asked;
    const secret = newSecret();
    await store.revokeFeedOf(inside, accountId, agreementId);
    const feedId = await store.insertFeed(inside, { accountId, agreementId, secretHash: hashOf(secret) });
    await witness(inside, { what: 'commitments.feed-made', agreementId, facts: { feedId } });
    return done({ secret });
  });
}

/** Makes an address of one's own stop working. */
export async function revokeFeed(context: Context, { feedId }: { feedId: string }): Promise<Outcome<{ feedId: string }>> {
  const accountId = ownAccount(context.actor);
  if (!accountId) return signInFirst();
  return inTransaction(context, async (inside) => {
    if (!isId(feedId) || !(await store.revokeFeed(inside, accountId, feedId))) return refuse('conflict', 'commitments.no-such-feed');
    await witness(inside, { what: 'commitments.feed-revoked', agreementId: null, facts: { feedId } });
    return done({ feedId });
  });
}

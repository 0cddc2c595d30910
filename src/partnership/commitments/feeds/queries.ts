import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { assignmentsOf } from '#platform/access/assignments.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Person, system } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import type { CalendarEntry } from '../icalendar.ts';
import { ownAccount } from '../policy.ts';
import { calendarEntries } from '../queries.ts';
import { hashOf, isSecret } from './secret.server.ts';
import { type Feed, feedsOf, feedWith } from './store.server.ts';

/** The calendar addresses that the one who asks has. */
export async function calendarFeeds(context: Context): Promise<Outcome<Feed[]>> {
  const accountId = ownAccount(context.actor);
  return accountId ? done(await feedsOf(context, accountId)) : signInFirst();
}

/**
 * What a calendar program gets at a secret address: what its owner may see today, and nothing beyond. One answer for every
 * address that does not work, whether it was revoked, never was, or belongs to somebody whose right has ended.
 */
export async function entriesOfFeed(context: Context, secret: string): Promise<Outcome<CalendarEntry[]>> {
  const found = await readerOfFeed(context, secret);
  if (!found.ok) return found;
  const entries = await calendarEntries(found.value.reader, { agreementId: found.value.agreementId });
  return entries.ok ? entries : noSuchFeed();
}

/** Who reads at a secret address, as they stand today, and of which partnership where it is of one: for what other rooms have to show there. */
export async function readerOfFeed(context: Context, secret: string): Promise<Outcome<{ reader: Context; agreementId: string | null }>> {
  if (!isSecret(secret)) return noSuchFeed();
  const house = contextFor(context, system('calendar feed'));
  const feed = await feedWith(house, hashOf(secret));
  const owner = feed && (await ownerOf(house, feed.accountId));
  return feed && owner ? done({ reader: contextFor(context, owner), agreementId: feed.agreementId }) : noSuchFeed();
}

const noSuchFeed = () => refuse('not-found', 'commitments.no-such-feed');

/** The account as it stands today, with as little said for it as a letter box needs; null when it is entrusted with nothing. */
async function ownerOf(house: Context, id: string): Promise<Person | null> {
  const assignments = await assignmentsOf(house, id);
  return assignments.length > 0 ? { kind: 'person', id, name: '', assurance: 'low', assignments } : null;
}

import { randomUUID } from 'node:crypto';
import { addDays } from '#kernel/calendar-date.ts';
import { sure } from '#kernel/outcome.ts';
import { addToWalk, askToWalk, confirmNights, ledWalk, newcomersOf, openFinding, planSeason, receiveEntries, walksOf, welcomeNewcomer } from '#partnership/walks';
import { assignmentsOf, entrust } from '#platform/access/assignments.ts';
import type { Actor } from '#platform/actor.ts';
import { stoppedClock } from '#platform/clock.ts';
import { recordAccount, recordCredential } from '#partnership/people';
import { openAccount } from '#platform/sign-in/accounts.ts';
import { type Context, contextFor } from '#platform/context.ts';
import type { Contact, Deed, EntryKind, EventKind, EventReport, Pattern, Walk, YoungBand } from '#pure/walks';

/** What a sample's story tells of nights that have been walked. They are the weeks until yesterday, so that there is always something to look back at. */
export interface NightsStory {
  /** The short name of the page for whoever wants to walk. */
  slug: string;
  /** Who leads the walks, at the association that coordinates them. */
  manager: { name: string; email: string };
  weeks: number;
  /** People who exist nowhere, as many to each group. */
  walkers: string[];
  /** The last nights, which nobody has confirmed yet. */
  unconfirmed: number;
  /** What is reported, by turns. */
  events: { after: number; kinds: EventKind[]; young: YoungBand; mood: number; deeds: Deed[]; contacts: Contact[]; note: string | null }[];
}

/** Events in a night; with fewer, no figure would be large enough to be shown. */
const EVENTS_A_NIGHT = 4;

/** Lets a sample's groups have found their walkers, and walked, reported and talked through their nights. */
export async function layOutNights(context: Context, { agreementId, associationId, groupIds, pattern, story }: { agreementId: string; associationId: string; groupIds: string[]; pattern: Pattern; story: NightsStory }): Promise<void> {
  const today = context.clock.today();
  const first = addDays(today, -7 * story.weeks);
  const before = stoppedClock(addDays(first, -1));
  const manager = await entrusted(context, associationId, story.manager);
  const [house, leading] = [contextFor({ ...context, clock: before }, context.actor), contextFor({ ...context, clock: before }, manager)];
  await findWalkers(house, leading, { agreementId, groupIds, story });
  sure(await planSeason(house, { agreementId, seasonId: randomUUID(), pattern: { ...pattern, period: { start: first, end: addDays(today, -1) } }, without: [], note: '', exceptionReason: '' }));
  const walks = sure(await walksOf(house, agreementId, { from: first, to: addDays(today, -1) }));
  for (const groupId of groupIds) await trainLeader(leading, agreementId, walks.find(({ group }) => group?.id === groupId)!);
  for (const [nth, walk] of walks.entries()) await walkIt(leading, walk, { agreementId, events: Array.from({ length: EVENTS_A_NIGHT }, (_, event) => story.events[(nth * 3 + event * 2) % story.events.length]!) });
  sure(await confirmNights(contextFor(context, manager), { agreementId, walkIds: walks.slice(0, -story.unconfirmed).map(({ id }) => id) }));
}

/** Who leads has an account and a role: walkers are known by name to nobody else, not even to the house. */
async function entrusted(house: Context, organisationId: string, { name, email }: NightsStory['manager']): Promise<Actor> {
  const { id } = await openAccount(house, { name, email });
  sure(await recordAccount(house, { accountId: id, organisationId, name, email }));
  await entrust(house, { accountId: id, role: 'association-manager', organisationId, agreementId: null, starts: '2000-01-01' });
  return { kind: 'person', id, name, assurance: 'low', assignments: await assignmentsOf(house, id) };
}

/** They ask on the open page, all before anybody is met, so that each group is given as many. */
async function findWalkers(house: Context, leading: Context, { agreementId, groupIds, story }: { agreementId: string; groupIds: string[]; story: NightsStory }): Promise<void> {
  sure(await openFinding(house, { agreementId, slug: story.slug }));
  for (const name of story.walkers) sure(await askToWalk(house, { slug: story.slug, name, reach: `${story.slug}.${story.walkers.indexOf(name)}@example.se`, age: 'adult', area: '', code: '' }, story.slug));
  for (const groupId of groupIds) for (const { id: newcomerId } of sure(await newcomersOf(leading, groupId))) sure(await welcomeNewcomer(leading, { newcomerId, birthYear: '' }, story.slug));
}

/** Whoever leads a group has gone the course. */
async function trainLeader(leading: Context, agreementId: string, { id: walkId }: Walk): Promise<void> {
  const [leader] = sure(await ledWalk(leading, { agreementId, walkId })).others;
  sure(await recordCredential(leading, { personId: leader!.personId, kind: 'course', about: 'Att gå nattvandring', seenOn: leading.clock.today(), validUntil: '' }));
}

/** The whole group walks it; the leader's telephone reports, and sends all when the night is over. */
async function walkIt(leading: Context, { id: walkId, starts, ends }: Walk, { agreementId, events }: { agreementId: string; events: NightsStory['events'] }): Promise<void> {
  const { others } = sure(await ledWalk(leading, { agreementId, walkId }));
  for (const [nth, { personId }] of others.entries()) sure(await addToWalk(leading, { walkId, personId, task: nth === 0 ? 'leader' : 'walker' }));
  const signups = sure(await ledWalk(leading, { agreementId, walkId })).company!.map(({ signupId }) => signupId);
  const entry = (kind: EntryKind, body: unknown, after: number, about: string | null = null) => ({ id: randomUUID(), kind, about, body, buildsOn: [], offset: 0, phoneAt: new Date(starts.getTime() + after * 60_000).toISOString() });
  const entries = [
    ...signups.map((signup) => entry('here', 'in', 0, signup)),
    entry('vests-out', signups.length, 2),
    entry('started', true, 5),
    ...events.map(({ after, ...said }) => entry('report', { ...said, meetingPointId: null, injury: false, foundToPolice: false, noteKept: false } satisfies EventReport, after, randomUUID())),
    ...signups.map((signup) => entry('talked', true, 195, signup)),
    entry('vests-back', signups.length, 198),
    entry('closed', { talkedThrough: true }, 200),
  ];
  const walker = contextFor({ ...leading, clock: stoppedClock(ends.toISOString()) }, { kind: 'walker', id: others[0]!.personId });
  sure(await receiveEntries(walker, { walkId, sentAt: ends.toISOString(), entries, keyEnded: false }));
}

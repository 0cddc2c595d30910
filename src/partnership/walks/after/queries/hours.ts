import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse, sure } from '#kernel/outcome.ts';
import { knownWalkers } from '#partnership/people';
import { ask } from '#platform/access/ask.ts';
import { system } from '#platform/actor.ts';
import { type Context, contextFor } from '#platform/context.ts';
import { mayWalk, maySeeWalkers } from '../../policy.ts';
import type { WalkerHours } from '../model.ts';
import { daysOf, type HalfYear } from '../rules/half-year.ts';
import { minutesWalked } from '../rules/hours.ts';
import { hasDeclined } from '../store/thanks.server.ts';
import { walkedBy, type WalkedBy } from '../store/walked-by.server.ts';

/** A walker with hours and courses; no name where their identity is protected. */
export interface NamedHours extends WalkerHours {
  name: string | null;
}

const asTheHouse = (context: Context): Context => contextFor(context, system('walks'));

/** How long each of those who walked a half-year's walks did, for those who may know them by name; who walked most first. */
export async function hoursOfWalkers(context: Context, agreementId: string, half: HalfYear): Promise<Outcome<NamedHours[]>> {
  const asked = await ask(context, maySeeWalkers, agreementId);
  if (!asked.ok) return asked;
  const byPerson = Map.groupBy(await walkedBy(context, { agreementId, ...daysOf(half) }), ({ personId }) => personId);
  const known = sure(await knownWalkers(asTheHouse(context), [...byPerson.keys()]));
  const hours = [...byPerson].map(([personId, walked]) => ({ ...summed(personId, walked), name: known.get(personId)?.name ?? null, courses: known.get(personId)?.courses ?? [] }));
  return done(hours.sort((a, b) => b.minutes - a.minutes || (a.name ?? '').localeCompare(b.name ?? '', 'sv')));
}

/** One walker's hours in a partnership and a half-year, to those who may know them by name. */
export async function hoursOfWalker(context: Context, agreementId: string, personId: string, half: HalfYear): Promise<Outcome<NamedHours>> {
  const all = await hoursOfWalkers(context, agreementId, half);
  if (!all.ok) return all;
  const theirs = isId(personId) ? all.value.find((one) => one.personId === personId) : undefined;
  return theirs?.name ? done(theirs) : refuse('conflict', 'walks.no-hours');
}

/** What a walker is shown of their own: hours by half-year, the walks, courses, and whether they want thanks. */
export interface OwnHours extends NamedHours {
  walked: { id: string; night: string; minutes: number }[];
  thanks: boolean;
}

/** A walker's own hours, in all partnerships, all that is still known of. */
export async function ownHours(context: Context): Promise<Outcome<OwnHours>> {
  const { actor } = context;
  if (!mayWalk(actor)) return refuse('unauthenticated', 'walks.sign-up-first');
  const walked = await walkedBy(asTheHouse(context), { personId: actor.id, from: '2000-01-01', to: context.clock.today() });
  const known = sure(await knownWalkers(asTheHouse(context), [actor.id], { themselves: true })).get(actor.id);
  return done({
    ...summed(actor.id, walked),
    name: known?.name ?? null,
    courses: known?.courses ?? [],
    walked: walked.map(({ walk, checks }) => ({ id: walk.id, night: walk.night, minutes: minutesWalked(walk, checks) })).reverse(),
    thanks: !(await hasDeclined(context, actor.id)),
  });
}

const summed = (personId: string, walked: WalkedBy[]) => ({ personId, walks: walked.length, minutes: walked.reduce((sum, { walk, checks }) => sum + minutesWalked(walk, checks), 0) });

import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { organisationsNamed } from '#partnership/people';
import { placeOf } from '#platform/access/assignments.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { groupLed } from '../../groups/asked.ts';
import { coordinatorOf } from '../../groups/store/network.server.ts';
import { isTheHouse, mayCoordinate, mayPlanWalks, maySeeWalks } from '../../policy.ts';
import { linkHash } from '../../signup/secrets.ts';
import { candidatesIn } from '../candidates.ts';
import type { JoinPage, JoinView, MovingOn, Newcomer, NewcomerCounts, OwnWish, Referral } from '../model.ts';
import { takes, youngestOf } from '../rules/right-group.ts';
import * as store from '../store.server.ts';

/** How finding walkers goes in a partnership: the page, the figures, and for those who plan how far each referral has come. */
export interface FindingView {
  page: JoinPage | null;
  counts: NewcomerCounts;
  referrals: Referral[];
}

export async function findingOf(context: Context, agreementId: string): Promise<Outcome<FindingView>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return asked;
  return done({
    page: await store.pageOf(context, agreementId),
    counts: await store.countsOf(context, agreementId),
    referrals: mayPlanWalks(context.actor, asked.value) ? await store.referralsOf(context, agreementId) : [],
  });
}

/** Those who want to walk with a group and about whom nothing is decided, for whoever leads it. */
export async function newcomersOf(context: Context, groupId: string): Promise<Outcome<Newcomer[]>> {
  const led = await groupLed(context, groupId);
  return led.ok ? done(await store.newcomersOf(context, groupId)) : led;
}

/** Days for which it is seen that somebody has moved on. */
const SEEN_FOR = 90 * 86_400_000;

/** Who has moved on from a group, as days alone, for whoever leads it; and where the one who asks can move those who wait. */
export async function movingOn(context: Context, groupId: string): Promise<Outcome<MovingOn>> {
  const led = await groupLed(context, groupId);
  if (!led.ok) return led;
  const { group, place, coordinator } = led.value;
  const days = await store.movedFrom(context, groupId, new Date(context.clock.now().getTime() - SEEN_FOR));
  const others = mayCoordinate(context.actor, place, coordinator?.id ?? null) ? (await candidatesIn(context, group.agreementId)).candidates : [];
  return done({ days, to: others.flatMap(({ id, name }) => (id === groupId ? [] : [{ id, name }])) });
}

/** What somebody who wants to walk has come to, by the key in their link. The house looks, for anybody who has it. */
export async function ownWish(house: Context, { slug, key }: { slug: string; key: string }): Promise<Outcome<OwnWish>> {
  const agreementId = isTheHouse(house.actor) ? await store.partnershipAt(house, slug) : null;
  const newcomer = agreementId && (await store.newcomerByLink(house, agreementId, linkHash(key)));
  if (!newcomer) return refuse('not-found', 'walks.wish-not-found');
  const { group, young, metAt } = newcomer;
  const others = (await candidatesIn(house, agreementId)).candidates.filter((one) => one.id !== group.id && takes(one, { young }));
  return done({ group, others: metAt ? [] : others.map(({ id, name }) => ({ id, name })), met: metAt !== null });
}

/** The public page under this name. The house looks, for anybody. */
export async function joinView(house: Context, slug: string): Promise<Outcome<JoinView>> {
  const agreementId = isTheHouse(house.actor) ? await store.partnershipAt(house, slug) : null;
  if (!agreementId) return refuse('not-found', 'walks.finding-not-open');
  const coordinator = await coordinatorOf(house, agreementId);
  const { organisationIds } = await placeOf(house, agreementId);
  const parties = await organisationsNamed(house, organisationIds);
  const { candidates, areas } = await candidatesIn(house, agreementId);
  return done({
    slug,
    coordinator: coordinator?.name ?? null,
    others: parties.filter(({ id }) => id !== coordinator?.id).map(({ name }) => name),
    groups: candidates.map(({ name, areaIds }) => ({ name, areas: areas.filter(({ id }) => areaIds.includes(id)).map((area) => area.name) })),
    areas,
    youngest: youngestOf(candidates),
  });
}

import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { getLocale } from '#locale';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { addPerson } from '#partnership/people';
import { system } from '#platform/actor.ts';
import { type Context, contextFor, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { groupLed, type PlacedGroup } from '../../groups/asked.ts';
import { refusedField } from '../../groups/refused-field.ts';
import { isTheHouse } from '../../policy.ts';
import { mobileNumber } from '../../signup/rules/mobile-number.ts';
import { linkHash, linkKey, phoneMark } from '../../signup/secrets.ts';
import { candidatesIn } from '../candidates.ts';
import { askingSchema, type Newcomer } from '../model.ts';
import { rightGroup } from '../rules/right-group.ts';
import * as store from '../store.server.ts';

/** What came of asking. */
interface Asked {
  agreementId: string;
  group: { id: string; name: string; organisationId: string };
  /** Null where they waited already. */
  newcomerId: string | null;
  wish: { key: string; group: string; reach: string } | null;
}

/**
 * Writes down that somebody wants to walk, with the group that they are led to. The house does it: they are nobody yet.
 * Asked again, they wait where they waited; the answer is the same, so that nobody learns who has asked before. `wish` is
 * for them alone, at the address that they have given: by its key they can change to another group.
 */
export const askToWalk = (house: Context, { slug, ...input }: { slug: string } & z.input<typeof askingSchema>, secret: string): Promise<Outcome<Asked>> =>
  inTransaction(house, async (inside) => {
    if (!isTheHouse(inside.actor)) return refuse('forbidden', 'access.not-allowed');
    const agreementId = await store.partnershipAt(inside, slug);
    if (!agreementId) return refuse('not-found', 'walks.finding-not-open');
    const parsed = askingSchema.safeParse(input);
    if (!parsed.success) return refusedField(parsed.error, { name: 'walks.your-name', reach: 'walks.reach-not-understood', age: 'walks.reach-not-understood', area: 'walks.area-not-known', code: 'walks.code-not-known' });
    const { name, reach, age, area: areaId, code } = parsed.data;
    const referralId = code ? await store.unusedReferral(inside, agreementId, code) : null;
    if (code && !referralId) return refuse('invalid', 'walks.code-not-known', { path: 'code' });
    const young = age === 'young';
    const { candidates, areas } = await candidatesIn(inside, agreementId);
    const group = rightGroup(candidates, { areaId, young });
    if (!group) return refuse('conflict', young ? 'walks.no-group-takes-young' : 'walks.no-group-yet');
    const id = randomUUID();
    const asked = { id, agreementId, groupId: group.id, name, reach, young, areaId: areas.some((area) => area.id === areaId) ? areaId : null, referralId, language: getLocale(), linkHash: linkHash(linkKey(secret, id)) };
    const newcomerId = (await store.insertNewcomer(inside, asked)) ? id : null;
    if (newcomerId) await witness(inside, { what: 'walks.newcomer-asked', agreementId, facts: { newcomerId, groupId: group.id } });
    const waits = await store.newcomerReached(inside, agreementId, reach);
    return done({ agreementId, group: { id: group.id, name: group.name, organisationId: group.organisationId }, newcomerId, wish: waits && { key: linkKey(secret, waits.id), group: waits.group.name, reach } });
  });

/** Notes that somebody who wants to walk has been met. */
export const meetNewcomer = (context: Context, { newcomerId }: { newcomerId: string }): Promise<Outcome<Newcomer>> =>
  inTransaction(context, async (inside) => {
    const found = await newcomerLed(inside, newcomerId);
    if (!found.ok) return found;
    const { newcomer } = found.value;
    if (!(await store.markMet(inside, newcomerId))) return refuse('conflict', 'walks.newcomer-was-met');
    await witness(inside, { what: 'walks.newcomer-met', agreementId: newcomer.agreementId, facts: { newcomerId } });
    return done(newcomer);
  });

/** Notes that somebody never answered. Name and number are gone with that. */
export const noteNoAnswer = (context: Context, { newcomerId }: { newcomerId: string }): Promise<Outcome<Newcomer>> =>
  inTransaction(context, async (inside) => {
    const found = await newcomerLed(inside, newcomerId);
    if (!found.ok) return found;
    const { newcomer } = found.value;
    if (!(await store.decide(inside, newcomerId, 'no-answer'))) return refuse('conflict', 'walks.newcomer-is-decided');
    await witness(inside, { what: 'walks.newcomer-did-not-answer', agreementId: newcomer.agreementId, facts: { newcomerId } });
    return done(newcomer);
  });

/**
 * Somebody who wanted to walk walks with the group from now on: its association knows them by name, and what they asked
 * with is gone. By `secret` their number is known again when they sign up by it. Of somebody under eighteen the year of birth must be known; of nobody else is it kept. The house enters them, for whoever leads the group.
 */
export async function welcomeNewcomer(context: Context, { newcomerId, birthYear }: { newcomerId: string; birthYear: string }, secret: string): Promise<Outcome<Newcomer>> {
  const found = await newcomerLed(context, newcomerId);
  if (!found.ok) return found;
  const { newcomer, group, agreementId } = found.value;
  if (newcomer.young && !birthYear.trim()) return refuse('invalid', 'walks.birth-year-of-young', { path: 'birthYear' });
  return inTransaction(contextFor(context, system('walks')), async (inside) => {
    const leader = { ...inside, actor: context.actor };
    if (!(await store.decide(leader, newcomerId, 'walks'))) return refuse('conflict', 'walks.newcomer-is-decided');
    const byMail = newcomer.reach.includes('@');
    const number = byMail ? null : mobileNumber(newcomer.reach);
    const mark = number && phoneMark(secret, number);
    if (mark && (await store.walksAlready(inside, agreementId, mark))) throw new NotEntered(refuse('conflict', 'walks.number-walks-already'));
    const person = { organisationId: group.organisation.id, name: newcomer.name, email: byMail ? newcomer.reach : '', phone: byMail ? '' : (number ?? newcomer.reach), birthYear: newcomer.young ? birthYear : '' };
    const added = await addPerson(inside, person);
    if (!added.ok) throw new NotEntered(added);
    await store.insertWalker(inside, { personId: added.value.personId, agreementId, groupId: group.id, mark, language: newcomer.language });
    await witness(leader, { what: 'walks.newcomer-welcomed', agreementId, facts: { newcomerId } });
    return done(newcomer);
  }).catch((fault: unknown) => {
    if (fault instanceof NotEntered) return fault.outcome;
    throw fault;
  });
}

/** Takes back what was decided, when the person could not be entered. */
class NotEntered extends Error {
  readonly outcome: Extract<Outcome<never>, { ok: false }>;

  constructor(outcome: Extract<Outcome<never>, { ok: false }>) {
    super('not entered');
    this.outcome = outcome;
  }
}

/** Forgets those who asked ninety days ago and about whom nobody has decided. The house does it, at night. */
export const forgetNewcomers = (house: Context): Promise<Outcome<{ forgotten: number }>> =>
  inTransaction(house, async (inside) => {
    if (!isTheHouse(inside.actor)) return refuse('forbidden', 'access.not-allowed');
    const forgotten = await store.forget(inside, new Date(inside.clock.now().getTime() - KEPT_FOR));
    for (const [agreementId, count] of forgotten) await witness(inside, { what: 'walks.newcomers-forgotten', agreementId, facts: { count } });
    return done({ forgotten: [...forgotten.values()].reduce((sum, count) => sum + count, 0) });
  });

/** Milliseconds that a name and a number are kept while nobody decides: ninety days. */
const KEPT_FOR = 90 * 86_400_000;

/** Somebody about whom nothing is decided, to whoever leads the group that they wait for. */
export async function newcomerLed(context: Context, newcomerId: string): Promise<Outcome<PlacedGroup & { newcomer: Newcomer; agreementId: string }>> {
  const newcomer = isId(newcomerId) ? await store.findNewcomer(context, newcomerId) : null;
  if (!newcomer) return refuse('not-found', 'walks.newcomer-not-found');
  const led = await groupLed(context, newcomer.group.id);
  return led.ok ? done({ ...led.value, newcomer, agreementId: newcomer.agreementId }) : led;
}

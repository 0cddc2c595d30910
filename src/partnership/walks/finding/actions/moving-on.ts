import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { actorName } from '#platform/actor.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { isTheHouse, mayCoordinate } from '../../policy.ts';
import { linkHash } from '../../signup/secrets.ts';
import { candidatesIn } from '../candidates.ts';
import type { Newcomer } from '../model.ts';
import { takes } from '../rules/right-group.ts';
import * as store from '../store.server.ts';
import { newcomerLed } from './newcomers.ts';

/** Whom somebody has been moved on to. */
export interface Moved {
  agreementId: string;
  newcomerId: string;
  group: { id: string; name: string; organisationId: string };
}

/** Moves somebody who wants to walk on to another group, before they have been met: whoever plans for the organisation that coordinates does. */
export const moveNewcomer = (context: Context, { newcomerId, groupId }: { newcomerId: string; groupId: string }): Promise<Outcome<Moved>> =>
  inTransaction(context, async (inside) => {
    const found = await newcomerLed(inside, newcomerId);
    if (!found.ok) return found;
    const { newcomer, place, coordinator } = found.value;
    if (!mayCoordinate(inside.actor, place, coordinator?.id ?? null)) return refuse('forbidden', 'walks.only-the-coordinating');
    return move(inside, newcomer, { groupId, by: actorName(inside.actor) });
  });

/** Lets somebody who wants to walk change to another group themselves, by the key in their link. The house does it, at the door. */
export const changeGroup = (house: Context, { slug, key, groupId }: { slug: string; key: string; groupId: string }): Promise<Outcome<Moved>> =>
  inTransaction(house, async (inside) => {
    if (!isTheHouse(inside.actor)) return refuse('forbidden', 'access.not-allowed');
    const agreementId = await store.partnershipAt(inside, slug);
    const newcomer = agreementId && (await store.newcomerByLink(inside, agreementId, linkHash(key)));
    return newcomer ? move(inside, newcomer, { groupId, by: '' }) : refuse('not-found', 'walks.wish-not-found');
  });

async function move(inside: Context, newcomer: Newcomer, { groupId, by }: { groupId: string; by: string }): Promise<Outcome<Moved>> {
  const { id: newcomerId, agreementId, young } = newcomer;
  if (newcomer.metAt) return refuse('conflict', 'walks.newcomer-was-met');
  const group = (await candidatesIn(inside, agreementId)).candidates.find(({ id }) => id === groupId && id !== newcomer.group.id);
  if (!group || !takes(group, { young })) return refuse('invalid', 'walks.choose-other-group', { path: 'group' });
  if (!(await store.moveOn(inside, newcomer, { to: groupId, by }))) return refuse('conflict', 'walks.newcomer-was-met');
  await witness(inside, { what: 'walks.newcomer-moved', agreementId, facts: { newcomerId, groupId } });
  return done({ agreementId, newcomerId, group: { id: group.id, name: group.name, organisationId: group.organisationId } });
}

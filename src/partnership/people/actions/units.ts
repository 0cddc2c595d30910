import type { z } from 'zod';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { unitSchema } from '../model.ts';
import { mayManageOrganisation, mayShareCost } from '../policy.ts';
import * as store from '../store/units.server.ts';

/** Enters a unit of an organisation, once by each name. */
export async function addUnit(context: Context, { organisationId, ...input }: { organisationId: string } & z.input<typeof unitSchema>): Promise<Outcome<{ unitId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!isId(organisationId) || !mayManageOrganisation(context.actor, organisationId)) return refuse('forbidden', 'access.not-allowed');
  const parsed = unitSchema.safeParse(input);
  if (!parsed.success) return refuse('invalid', 'people.name-not-understood', { path: 'name' });
  return inTransaction(context, async (inside) => {
    const unitId = await store.insertUnit(inside, organisationId, parsed.data.name);
    if (!unitId) return refuse('conflict', 'people.unit-exists', { path: 'name' });
    await witness(inside, { what: 'people.unit-added', agreementId: null, facts: { unitId, organisationId } });
    return done({ unitId });
  });
}

/** Closes a unit: it can be chosen no more, and stays where it was chosen. */
export async function closeUnit(context: Context, { unitId }: { unitId: string }): Promise<Outcome<{ organisationId: string }>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  return inTransaction(context, async (inside) => {
    const unit = isId(unitId) ? await store.findUnit(inside, unitId) : null;
    if (!unit) return refuse('not-found', 'access.not-found');
    if (!mayManageOrganisation(inside.actor, unit.organisationId)) return refuse('forbidden', 'access.not-allowed');
    await store.closeUnit(inside, unitId);
    await witness(inside, { what: 'people.unit-closed', agreementId: null, facts: { unitId } });
    return done({ organisationId: unit.organisationId });
  });
}

/** Says what one of the parties' units carries of the partnership's cost, in öre. */
export async function shareCost(context: Context, { agreementId, unitId, ore }: { agreementId: string; unitId: string; ore: number }): Promise<Outcome<null>> {
  const asked = await ask(context, mayShareCost, agreementId);
  if (!asked.ok) return asked;
  if (!Number.isSafeInteger(ore) || ore < 0) return refuse('invalid', 'people.share-not-understood', { path: 'share' });
  return inTransaction(context, async (inside) => {
    const unit = isId(unitId) ? await store.findUnit(inside, unitId) : null;
    if (!unit || !asked.value.organisationIds.includes(unit.organisationId)) return refuse('invalid', 'people.choose-unit', { path: 'unitId' });
    await store.keepShare(inside, { unitId, agreementId, ore });
    await witness(inside, { what: 'people.cost-shared', agreementId, facts: { unitId, ore } });
    return done(null);
  });
}

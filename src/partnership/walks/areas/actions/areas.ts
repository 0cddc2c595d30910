import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayPlanWalks } from '../../policy.ts';
import { asKept } from '../../store/kept.server.ts';
import { areaFor } from '../area-for.ts';
import { outlineWritten } from '../rules/outline.ts';
import * as store from '../store.server.ts';

/** An area as a form has it: the outline is a corner on each line, latitude first. */
export interface TypedArea {
  name: string;
  advice: string;
  corners: string;
  lookedAt?: readonly string[];
}

/** Adds an area to a partnership: drawn, or named only. */
export const addArea = (context: Context, { agreementId, ...typed }: TypedArea & { agreementId: string }): Promise<Outcome<{ areaId: string }>> =>
  asKept(() =>
    inTransaction(context, async (inside) => {
      const asked = await ask(inside, mayPlanWalks, agreementId);
      if (!asked.ok) return asked;
      const area = areaTyped(typed);
      if (!area.ok) return area;
      const { kept, ...values } = area.value;
      const areaId = await store.insertArea(inside, agreementId, values);
      await witness(inside, { what: 'walks.area-added', agreementId, facts: { areaId, name: values.name, ...kept } });
      return done({ areaId });
    }),
  );

/** Changes what an area is called, where it lies and what to think of there. */
export const changeArea = (context: Context, { areaId, ...typed }: TypedArea & { areaId: string }): Promise<Outcome<{ areaId: string }>> =>
  asKept(() =>
    inTransaction(context, async (inside) => {
      const found = await areaFor(inside, mayPlanWalks, areaId);
      if (!found.ok) return found;
      const area = areaTyped(typed);
      if (!area.ok) return area;
      const { kept, ...values } = area.value;
      await store.updateArea(inside, areaId, values);
      await witness(inside, { what: 'walks.area-changed', agreementId: found.value.agreementId, facts: { areaId, name: values.name, ...kept } });
      return done({ areaId });
    }),
  );

/** Takes an area away. It stays with the walks that it has; no new walk is planned there. */
export const removeArea = (context: Context, { areaId }: { areaId: string }): Promise<Outcome<{ areaId: string }>> =>
  inTransaction(context, async (inside) => {
    const found = await areaFor(inside, mayPlanWalks, areaId);
    if (!found.ok) return found;
    if (!(await store.setRemoved(inside, 'walks.area', areaId, true))) return refuse('conflict', 'walks.area-removed');
    await witness(inside, { what: 'walks.area-removed', agreementId: found.value.agreementId, facts: { areaId, name: found.value.name } });
    return done({ areaId });
  });

/** Brings an area back, unless another has taken its name since. */
export const restoreArea = (context: Context, { areaId }: { areaId: string }): Promise<Outcome<{ areaId: string }>> =>
  asKept(() =>
    inTransaction(context, async (inside) => {
      const found = await areaFor(inside, mayPlanWalks, areaId);
      if (!found.ok) return found;
      if (!(await store.setRemoved(inside, 'walks.area', areaId, false))) return refuse('conflict', 'walks.area-not-removed');
      await witness(inside, { what: 'walks.area-restored', agreementId: found.value.agreementId, facts: { areaId, name: found.value.name } });
      return done({ areaId });
    }),
  );

const LONGEST = { name: 80, advice: 2_000 };

function areaTyped({ name, advice, corners, lookedAt }: TypedArea) {
  const trimmed = name.trim();
  if (!trimmed) return refuse('invalid', 'walks.area-needs-name', { path: 'name' });
  if (trimmed.length > LONGEST.name || advice.length > LONGEST.advice) return refuse('invalid', 'walks.text-too-long', { path: trimmed.length > LONGEST.name ? 'name' : 'advice' });
  const shape = outlineWritten(corners);
  if (!shape.ok) return shape;
  const kept = lookAgain({ texts: { name: trimmed, advice }, lookedAt, known: [trimmed] });
  return kept.ok ? done({ name: trimmed, advice: advice.trim() || null, shape: shape.value, kept: kept.value }) : kept;
}

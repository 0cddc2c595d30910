import { isCalendarDate } from '#kernel/calendar-date.ts';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { isId } from '#kernel/id.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayPlanWalks } from '../../policy.ts';
import { ENTERED_OCCASIONS } from '../model.ts';
import * as store from '../store/planning.server.ts';

/** Enters nights on which more is asked for: a school break, a concert. Both parties plan by it. */
export const addOccasion = (context: Context, { agreementId, kind, name, start, end, lookedAt }: { agreementId: string; kind: string; name: string; start: string; end: string; lookedAt?: readonly string[] }): Promise<Outcome<{ occasionId: string }>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    const known = ENTERED_OCCASIONS.find((one) => one === kind);
    if (!known) return refuse('invalid', 'walks.occasion-kind-not-understood', { path: 'kind' });
    if (!name.trim()) return refuse('invalid', 'walks.occasion-needs-name', { path: 'name' });
    if (name.length > 80) return refuse('invalid', 'walks.text-too-long', { path: 'name' });
    if (!isCalendarDate(start)) return refuse('invalid', 'walks.night-not-understood', { path: 'start' });
    const last = end || start;
    if (!isCalendarDate(last) || last < start) return refuse('invalid', 'walks.season-ends-before-it-starts', { path: 'end' });
    const kept = lookAgain({ texts: { name }, lookedAt });
    if (!kept.ok) return kept;
    const occasionId = await store.insertOccasion(inside, agreementId, { kind: known, name: name.trim(), period: { start, end: last } });
    await witness(inside, { what: 'walks.occasion-added', agreementId, facts: { occasionId, ...kept.value } });
    return done({ occasionId });
  });

/** Takes away what was entered. */
export const removeOccasion = (context: Context, occasion: { agreementId: string; occasionId: string }): Promise<Outcome<{ occasionId: string }>> => setRemoved(context, occasion, true);

/** Brings back what was taken away. */
export const restoreOccasion = (context: Context, occasion: { agreementId: string; occasionId: string }): Promise<Outcome<{ occasionId: string }>> => setRemoved(context, occasion, false);

const setRemoved = (context: Context, { agreementId, occasionId }: { agreementId: string; occasionId: string }, removed: boolean): Promise<Outcome<{ occasionId: string }>> =>
  inTransaction(context, async (inside) => {
    const asked = await ask(inside, mayPlanWalks, agreementId);
    if (!asked.ok) return asked;
    if (!isId(occasionId) || !(await store.setOccasionRemoved(inside, { agreementId, id: occasionId, removed }))) return refuse('conflict', 'walks.occasion-not-found');
    await witness(inside, { what: removed ? 'walks.occasion-removed' : 'walks.occasion-restored', agreementId, facts: { occasionId } });
    return done({ occasionId });
  });

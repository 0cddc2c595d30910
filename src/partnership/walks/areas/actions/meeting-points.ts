import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { isId } from '#kernel/id.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayPlanWalks } from '../../policy.ts';
import { areaFor } from '../area-for.ts';
import { positionWritten } from '../rules/position.ts';
import * as store from '../store.server.ts';

/** Adds a place in an area where walkers meet: by name, and by its position where somebody knows it. */
export const addMeetingPoint = (context: Context, { areaId, name, position }: { areaId: string; name: string; position: string }): Promise<Outcome<{ areaId: string; meetingPointId: string }>> =>
  inTransaction(context, async (inside) => {
    const found = await areaFor(inside, mayPlanWalks, areaId);
    if (!found.ok) return found;
    if (!name.trim()) return refuse('invalid', 'walks.meeting-point-needs-name', { path: 'pointName' });
    if (name.length > 80) return refuse('invalid', 'walks.text-too-long', { path: 'pointName' });
    const at = position.trim() ? positionWritten(position) : null;
    if (position.trim() && !at) return refuse('invalid', 'walks.position-not-understood', { path: 'position' });
    const meetingPointId = await store.insertMeetingPoint(inside, areaId, { name: name.trim(), position: at });
    await witness(inside, { what: 'walks.meeting-point-added', agreementId: found.value.agreementId, facts: { areaId, meetingPointId, name: name.trim() } });
    return done({ areaId, meetingPointId });
  });

/** Takes a meeting point away; walks that have it keep it. */
export const removeMeetingPoint = (context: Context, { meetingPointId }: { meetingPointId: string }): Promise<Outcome<{ areaId: string; meetingPointId: string }>> => setRemoved(context, meetingPointId, true);

/** Brings a meeting point back. */
export const restoreMeetingPoint = (context: Context, { meetingPointId }: { meetingPointId: string }): Promise<Outcome<{ areaId: string; meetingPointId: string }>> => setRemoved(context, meetingPointId, false);


const setRemoved = (context: Context, meetingPointId: string, removed: boolean): Promise<Outcome<{ areaId: string; meetingPointId: string }>> =>
  inTransaction(context, async (inside) => {
    if (inside.actor.kind === 'nobody') return signInFirst();
    const areaId = isId(meetingPointId) ? await store.areaOfMeetingPoint(inside, meetingPointId) : null;
    if (!areaId) return refuse('not-found', 'walks.meeting-point-not-found');
    const found = await areaFor(inside, mayPlanWalks, areaId);
    if (!found.ok) return found;
    if (!(await store.setRemoved(inside, 'walks.meeting_point', meetingPointId, removed))) return refuse('conflict', 'walks.meeting-point-not-found');
    const { agreementId } = found.value;
    await witness(inside, { what: removed ? 'walks.meeting-point-removed' : 'walks.meeting-point-restored', agreementId, facts: { areaId, meetingPointId } });
    return done({ areaId, meetingPointId });
  });

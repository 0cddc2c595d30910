import { type CalendarDate, isCalendarDate } from '#kernel/calendar-date.ts';
import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import type { WalkKind } from '../../model.ts';
import { mayPlanWalks } from '../../policy.ts';
import { hoursOf } from '../../rules/hours.ts';
import { asKept } from '../../store/kept.server.ts';
import { insertWalk } from '../../store/walks.server.ts';
import { tellWalkers } from '../../signup/actions/tell-walkers.ts';
import { isHour } from '../rules/pattern.ts';
import { change } from '../store/nights.server.ts';
import { walkFor } from '../walk-for.ts';
import { placesFor } from './season.ts';

/** When and where a walk is to be, as a form has it. */
export interface TypedWalk {
  night: CalendarDate;
  from: string;
  to: string;
  areaId: string;
  meetingPointId: string | null;
  note: string;
  exceptionReason: string;
  lookedAt?: readonly string[];
}

/** Plans one walk: a concert, a day walk, a night more than the season has. */
export const planWalk = (context: Context, { agreementId, kind, groupId, leaders, walkers, smallest, ...typed }: TypedWalk & { agreementId: string; kind: WalkKind; groupId: string | null; leaders: number; walkers: number; smallest: number }): Promise<Outcome<{ walkId: string }>> =>
  asKept(() =>
    inTransaction(context, async (inside) => {
      const asked = await ask(inside, mayPlanWalks, agreementId);
      if (!asked.ok) return asked;
      const walk = walkTyped(inside, typed);
      if (!walk.ok) return walk;
      if (![leaders, walkers].every((count) => Number.isInteger(count) && count >= 0 && count <= 50)) return refuse('invalid', 'walks.places-not-understood', { path: 'walkers' });
      if (!Number.isInteger(smallest) || smallest < 2 || smallest > leaders + walkers) return refuse('invalid', 'walks.smallest-not-possible', { path: 'smallest', facts: { most: leaders + walkers } });
      const { kept, ...values } = walk.value;
      const walkId = await insertWalk(inside, { ...values, agreementId, kind, groupId, smallest, places: placesFor({ leaders, walkers }) });
      await witness(inside, { what: 'walks.walk-planned', agreementId, facts: { walkId, night: values.night, ...kept } });
      return done({ walkId });
    }),
  );

/** Moves a walk that has not begun, or changes what else it says. Those who have signed up keep their places, and are told when or where it now is. */
export const moveWalk = (context: Context, { walkId, ...typed }: TypedWalk & { walkId: string }): Promise<Outcome<{ walkId: string; moved: boolean }>> =>
  asKept(() =>
    inTransaction(context, async (inside) => {
      const found = await walkFor(inside, mayPlanWalks, walkId);
      if (!found.ok) return found;
      const walk = walkTyped(inside, typed);
      if (!walk.ok) return walk;
      const { kept, ...values } = walk.value;
      if (!(await change(inside, walkId, values))) return refuse('conflict', 'walks.has-begun');
      const { agreementId, starts, ends, area, meetingPoint } = found.value;
      const moved = starts.getTime() !== values.starts.getTime() || ends.getTime() !== values.ends.getTime() || area.id !== values.areaId || (meetingPoint?.id ?? null) !== values.meetingPointId;
      await witness(inside, { what: 'walks.walk-moved', agreementId, facts: { walkId, night: values.night, ...kept } });
      const told = moved ? await tellWalkers(inside, walkId, { kind: 'moved' }) : done(null);
      return told.ok ? done({ walkId, moved }) : told;
    }),
  );

function walkTyped({ clock }: Context, { night, from, to, areaId, meetingPointId, note, exceptionReason, lookedAt }: TypedWalk) {
  if (!isCalendarDate(night)) return refuse('invalid', 'walks.night-not-understood', { path: 'night' });
  if (!isHour(from) || !isHour(to) || from === to) return refuse('invalid', 'walks.hours-not-understood', { path: 'from' });
  const hours = hoursOf(night, from, to);
  if (hours.starts <= clock.now()) return refuse('invalid', 'walks.night-is-over', { path: 'night' });
  const kept = lookAgain({ texts: { note, exceptionReason }, lookedAt });
  if (!kept.ok) return kept;
  return done({ ...hours, night, areaId, meetingPointId, note: note.trim() || null, exceptionReason: exceptionReason.trim() || null, kept: kept.value });
}

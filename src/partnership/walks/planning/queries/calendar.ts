import { addDays } from '#kernel/calendar-date.ts';
import * as m from '#messages';
import type { TimedEntry } from '#partnership/commitments';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { Walk } from '../../model.ts';
import { maySeeWalks } from '../../policy.ts';
import { findWalks, walksBetween } from '../../store/walks.server.ts';
import { ownWalkIds } from '../store/nights.server.ts';

/** Days back and ahead that a calendar has walks of. */
const [BACK, AHEAD] = [30, 400];

/** Walks with their hours for a calendar: all of a partnership's, or one's own in all of them. No names of walkers, and nothing for whoever may not see walks. */
export async function walkEntries(context: Context, agreementId: string | null): Promise<TimedEntry[]> {
  const today = context.clock.today();
  const nights = { from: addDays(today, -BACK), to: addDays(today, AHEAD) };
  if (agreementId === null) return (await findWalks(context, await ownWalkIds(context, nights))).map(entryOf);
  const asked = await ask(context, maySeeWalks, agreementId);
  if (!asked.ok) return [];
  return (await walksBetween(context, agreementId, nights)).filter(({ cancelledAt, cancelledBecause }) => !cancelledAt || cancelledBecause).map(entryOf);
}

const entryOf = ({ id, kind, area, group, meetingPoint, starts, ends, cancelledAt, cancelledBecause }: Walk): TimedEntry => ({
  id: `walk/${id}`,
  title: kind === 'night' ? m.calendar_night_walk({ area: area.name }) : m.calendar_day_walk({ area: area.name }),
  description: [group?.name, meetingPoint && m.walk_meets_at({ place: meetingPoint.name }), cancelledBecause && m.walk_cancelled_because({ reason: cancelledBecause })].filter(Boolean).join('\n'),
  starts,
  ends,
  cancelled: cancelledAt !== null,
});

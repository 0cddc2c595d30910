import { sql } from 'kysely';
import type { Context } from '#platform/context.ts';
import type { NightState } from '../rules/fold.ts';
import { doubtOf } from '../rules/time.ts';
import { walkedOf } from '../rules/walked.ts';
import type { StoredEntry } from './entries.server.ts';

interface Walk {
  walkId: string;
  starts: Date;
}

/** Brings what others read of a walk up to what its entries have come to. In the transaction that changed them. */
export async function keepOutcome(context: Context, walk: Walk, entries: StoredEntry[], state: NightState): Promise<void> {
  if (entries.length === 0) return;
  const times = timesOf(walk, entries);
  await sql`select walks.keep_outcome(${walk.walkId}, ${JSON.stringify(reportRows(state, times))}::jsonb, ${state.takenBack}::uuid[], ${JSON.stringify(walkedRow(state, times))}::jsonb)`.execute(context.database);
}

/** When entries happened, as far as it can be believed: one from the future happened no later than it came. */
function timesOf({ starts }: Walk, entries: StoredEntry[]) {
  const stored = new Map(entries.map((entry) => [entry.id, entry]));
  const doubt = (id: string) => {
    const { capturedAt, receivedAt } = stored.get(id)!;
    return doubtOf(new Date(capturedAt), { receivedAt, starts });
  };
  const believed = (id: string): Date => (doubt(id) === 'from-the-future' ? stored.get(id)!.receivedAt : new Date(stored.get(id)!.capturedAt));
  const first = entries.find(({ id }) => !doubt(id)) ?? entries[0];
  return { doubt, believed, openedAt: believed(first.id) };
}

type Times = ReturnType<typeof timesOf>;

const reportRows = ({ reports }: NightState, { doubt }: Times) =>
  reports.map(({ id, entryId, at, report }) => ({
    id,
    entry_id: entryId,
    point: report.meetingPointId,
    kinds: report.kinds,
    young_band: report.young,
    mood: report.mood,
    actions: report.deeds,
    contacts: report.contacts,
    injury: report.injury,
    found_to_police: report.foundToPolice,
    note: report.note || null,
    at,
    time_in_doubt: doubt(entryId) !== null,
  }));

function walkedRow(state: NightState, { believed, openedAt }: Times) {
  const { walkers, reports, youngLeast, youngMost, mood, vestsOut, vestsBack, lampsOut, lampsBack, debriefed, conflicts, waiting } = walkedOf(state);
  return {
    opened_at: openedAt,
    started_at: state.started && believed(state.started.entryId),
    closed_at: state.closed && believed(state.closed.entryId),
    walkers,
    reports,
    young_least: youngLeast,
    young_most: youngMost,
    mood,
    vests_out: vestsOut,
    vests_back: vestsBack,
    lamps_out: lampsOut,
    lamps_back: lampsBack,
    debriefed,
    conflicts,
    waiting,
  };
}

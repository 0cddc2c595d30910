import { sameValue } from '#kernel/same-value.ts';
import type { Context } from '#platform/context.ts';
import { placed, standingOf } from './rules/state.ts';
import { dutiesOf, type StoredDuty, updateStanding } from './store.server.ts';

/** What is recorded about the duties of one partnership, by key. */
export const recordsOf = (duties: StoredDuty[]) => ({
  completions: new Map(duties.flatMap(({ planned, completion }) => (completion ? [[planned.key, completion]] : []))),
  cancellations: new Map(duties.flatMap(({ planned, cancellation }) => (cancellation ? [[planned.key, cancellation]] : []))),
});

/** Writes again how each duty of the partnership stands, where it has changed: a report that has come makes its payment ready. */
export async function refreshStandings(context: Context, agreementId: string): Promise<void> {
  const duties = await dutiesOf(context, [agreementId]);
  const { completions, cancellations } = recordsOf(duties);
  for (const { id, planned, placement, standing } of duties) {
    const now = standingOf(placed(planned, placement), completions, cancellations);
    if (!sameValue(now, standing)) await updateStanding(context, id, now);
  }
}

import { done, type Outcome } from '#kernel/outcome.ts';
import { ask } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { maySeeWalks } from '../../policy.ts';
import { EVENT_KINDS, type EventKind } from '../../night/model.ts';
import { daysOf, type HalfYear } from '../rules/half-year.ts';
import { statisticsOf, type WalkStatistics } from '../rules/statistics.ts';
import { countedIn } from '../store/reports.server.ts';

/** What statistics are of: a half-year, and one kind of event or all. Half-years do not overlap, so that none can be subtracted from another. */
export interface StatisticsChoice {
  half: HalfYear;
  kind: EventKind | null;
}

/** A word that names no kind narrows nothing. */
export const kindFrom = (written: string | null): EventKind | null => EVENT_KINDS.find((kind) => kind === written) ?? null;

/** What has been reported on a partnership's walks, by area, hour, weekday and mood, with small numbers hidden. */
export async function walkStatistics(context: Context, agreementId: string, { half, kind }: StatisticsChoice): Promise<Outcome<WalkStatistics>> {
  const asked = await ask(context, maySeeWalks, agreementId);
  return asked.ok ? done(statisticsOf(await countedIn(context, agreementId, { ...daysOf(half), kind }))) : asked;
}

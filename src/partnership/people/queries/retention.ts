import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { RecordType } from '#kernel/personal-data.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { mayManageOrganisation } from '../policy.ts';
import { DISPOSABLE, type RetentionDecision } from '../rules/retention.ts';
import { decisions, type Disposal, disposalsOf } from '../store/retention.server.ts';

/** How long one organisation keeps what: its last decision on each type, or none, and what has been disposed of under them. */
interface RetentionOfOrganisation {
  types: { type: RecordType; decision: RetentionDecision | null }[];
  disposals: Disposal[];
}

/** Disposals that are shown. */
const NEWEST = 50;

/** What has been decided for an organisation, for whoever manages it. */
export async function retentionOf(context: Context, organisationId: string): Promise<Outcome<RetentionOfOrganisation>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!mayManageOrganisation(context.actor, organisationId)) return refuse('not-found', 'access.not-found');
  const [decided, disposals] = await Promise.all([decisions(context, [organisationId]), disposalsOf(context, organisationId, NEWEST)]);
  return done({ types: DISPOSABLE.map((type) => ({ type, decision: decided.find((decision) => decision.type === type) ?? null })), disposals });
}

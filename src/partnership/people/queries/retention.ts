import { done, type Outcome } from '#kernel/outcome.ts';
import type { RecordType } from '#kernel/personal-data.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { decidesRetentionFor } from '../policy.ts';
import { DISPOSABLE, type RetentionDecision } from '../rules/retention.ts';
import { decisions, type Disposal, disposalsOf } from '../store/retention.server.ts';

/** How long one organisation keeps what: its last decision on each type, or none, and what has been disposed of under them. */
export interface RetentionOfOrganisation {
  organisation: { id: string; name: string };
  types: { type: RecordType; decision: RetentionDecision | null }[];
  disposals: Disposal[];
}

/** Disposals shown of each organisation. */
const NEWEST = 50;

/** What has been decided for each organisation that the one who asks decides for. */
export async function retentions(context: Context): Promise<Outcome<RetentionOfOrganisation[]>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const organisations = decidesRetentionFor(context.actor);
  const decided = await decisions(context, organisations.map(({ id }) => id));
  const shown = organisations.map(async (organisation) => ({
    organisation,
    types: DISPOSABLE.map((type) => ({ type, decision: decided.find((one) => one.organisationId === organisation.id && one.type === type) ?? null })),
    disposals: await disposalsOf(context, organisation.id, NEWEST),
  }));
  return done(await Promise.all(shown));
}

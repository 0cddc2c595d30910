import { lookAgain } from '#kernel/free-text/look-again.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { mayManageOrganisation } from '../policy.ts';
import { retentionSchema } from '../rules/retention.ts';
import { insertRetention } from '../store/retention.server.ts';

/** What was decided, as it is written down; `months` is null where the records are kept for ever. */
export interface Retention {
  organisationId: string;
  type: string;
  months: number | null;
  caseNumber: string;
  decidedOn: string;
  decidedBy: string;
  lookedAt?: string[];
}

/** Writes down how long an organisation has decided to keep a type of record. It supersedes what was decided before. */
export async function decideRetention(context: Context, { organisationId, lookedAt, ...input }: Retention): Promise<Outcome<null>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  if (!mayManageOrganisation(context.actor, organisationId)) return refuse('forbidden', 'access.not-allowed');
  const parsed = retentionSchema.safeParse(input);
  if (!parsed.success) return { ok: false, refusals: parsed.error.issues.map(({ path: [field] }) => ({ kind: 'invalid', code: 'people.retention-incomplete', path: String(field) })) };
  if (parsed.data.decidedOn > context.clock.today()) return refuse('invalid', 'people.retention-in-the-future', { path: 'decidedOn' });
  const looked = lookAgain({ texts: { decidedBy: parsed.data.decidedBy }, lookedAt });
  if (!looked.ok) return looked;
  return inTransaction(context, async (inside) => {
    await insertRetention(inside, { organisationId, ...parsed.data });
    const { type, months, caseNumber } = parsed.data;
    await witness(inside, { what: 'people.retention-decided', agreementId: null, facts: { organisationId, type, months, caseNumber, ...looked.value } });
    return done(null);
  });
}

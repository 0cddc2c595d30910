import { randomUUID } from 'node:crypto';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { assessesFor } from '../../policy.ts';
import { type Criterion, criterionSchema, LIMITS } from '../model.ts';
import * as store from '../store.server.ts';

/** A criterion as typed; one without a question is none. The id is that of the criterion it was, where it was one before. */
type TypedCriterion = Record<Exclude<keyof Criterion, 'id'>, string> & { id: string };

/** Makes these the own criteria of the organisation that the actor drafts for, upon the version they were typed over. Assessments that have begun keep theirs. */
export async function adoptCriteria(context: Context, { version, criteria }: { version: number; criteria: TypedCriterion[] }): Promise<Outcome<null>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const organisation = assessesFor(context.actor);
  if (!organisation) return refuse('forbidden', 'access.not-allowed');
  const typed = criteria.map((criterion, at) => ({ criterion, at })).filter(({ criterion }) => criterion.question.trim() !== '');
  if (typed.length > LIMITS.criteria) return refuse('invalid', 'agreement.too-many-criteria', { facts: { most: LIMITS.criteria } });
  const parsed = typed.map(({ criterion, at }) => ({ at, id: criterion.id, result: criterionSchema.safeParse(criterion) }));
  const wrong = parsed.flatMap(({ at, result }) => (result.success ? [] : result.error.issues.map(({ path }) => `${String(path[0])}-${at}`)));
  if (wrong.length > 0) return { ok: false, refusals: [...new Set(wrong)].map((path) => ({ kind: 'invalid', code: 'agreement.criterion-incomplete', path })) };
  return inTransaction(context, async (inside) => {
    const before = await store.newestSetOf(inside, organisation.id);
    const known = new Set(before?.criteria.map(({ id }) => id));
    const made = parsed.map(({ id, result }) => ({ id: known.has(id) ? id : randomUUID(), ...result.data! }));
    if ((before?.version ?? 0) !== version || !(await store.insertSet(inside, { organisationId: organisation.id, version: version + 1, criteria: made }))) return refuse('conflict', 'agreement.criteria-changed-meanwhile');
    await witness(inside, { what: 'agreement.criteria-adopted', agreementId: null, facts: { organisationId: organisation.id, version: version + 1, criteria: made.length } });
    return done(null);
  });
}

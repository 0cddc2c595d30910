import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { assessesFor } from '../policy.ts';
import { commonCriteria } from './common-criteria.ts';
import type { Assessment, CriteriaSet, Criterion } from './model.ts';
import { askOwnAssessment } from './own.ts';
import { type Asked, askedIn, type PurchaseSign, purchaseSigns } from './rules.ts';
import * as store from './store.server.ts';

/** An assessment in a list: how many of its questions have an answer. */
export interface ListedAssessment {
  assessment: Assessment;
  asked: number;
  answered: number;
}

/** The assessments of the organisation that the actor drafts for, the newest first. */
export async function listAssessments(context: Context): Promise<Outcome<{ organisation: { id: string; name: string }; rows: ListedAssessment[] }>> {
  const organisation = own(context);
  if (!organisation.ok) return organisation;
  const assessments = await store.assessmentsOf(context, organisation.value.id);
  const answers = Map.groupBy(await store.answersTo(context, assessments.map(({ id }) => id)), ({ assessmentId }) => assessmentId);
  const rows: ListedAssessment[] = [];
  for (const assessment of assessments) {
    const asked = askedIn(await criteriaOf(context, assessment), answers.get(assessment.id) ?? []);
    rows.push({ assessment, asked: asked.length, answered: asked.filter(({ answer }) => answer).length });
  }
  return done({ organisation: organisation.value, rows });
}

/** One assessment: what has been answered, what is open, and which warning words stand in what is planned. */
export async function readAssessment(context: Context, assessmentId: string): Promise<Outcome<{ assessment: Assessment; asked: Asked[]; signs: PurchaseSign[]; ownVersion: number | null }>> {
  const found = await askOwnAssessment(context, assessmentId);
  if (!found.ok) return found;
  const assessment = found.value;
  const [set] = assessment.ownSetId ? await store.setsNamed(context, [assessment.ownSetId]) : [];
  const asked = askedIn(await criteriaOf(context, assessment), await store.answersTo(context, [assessmentId]));
  return done({ assessment, asked, signs: purchaseSigns(assessment.description), ownVersion: set?.version ?? null });
}

/** The criteria an assessment was begun with: those that all have, and after them its organisation's own. */
export async function criteriaOf(context: Context, { commonVersion, ownSetId }: Pick<Assessment, 'commonVersion' | 'ownSetId'>): Promise<Criterion[]> {
  const [set] = ownSetId ? await store.setsNamed(context, [ownSetId]) : [];
  return [...commonCriteria(commonVersion), ...(set?.criteria ?? [])];
}

/** The actor's organisation's own criteria as they are now, for whoever may make others. */
export async function ownCriteria(context: Context): Promise<Outcome<{ organisation: { id: string; name: string }; set: CriteriaSet | null }>> {
  const organisation = own(context);
  return organisation.ok ? done({ organisation: organisation.value, set: await store.newestSetOf(context, organisation.value.id) }) : organisation;
}

function own({ actor }: Context): Outcome<{ id: string; name: string }> {
  if (actor.kind === 'nobody') return signInFirst();
  const organisation = assessesFor(actor);
  return organisation ? done(organisation) : refuse('forbidden', 'access.not-allowed');
}

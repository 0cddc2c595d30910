import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import { mayAssessFor } from '../policy.ts';
import type { Assessment } from './model.ts';
import * as store from './store.server.ts';

/** A yes where the assessment is there and the actor assesses for the organisation whose it is. What is another's is not found. */
export async function askOwnAssessment(context: Context, assessmentId: string): Promise<Outcome<Assessment>> {
  if (context.actor.kind === 'nobody') return signInFirst();
  const assessment = await store.findAssessment(context, assessmentId);
  return assessment && mayAssessFor(context.actor, assessment.organisationId) ? done(assessment) : noSuchAssessment();
}

export const noSuchAssessment = () => refuse('not-found', 'agreement.assessment-not-found');

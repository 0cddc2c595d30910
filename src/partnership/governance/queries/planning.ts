import { done, type Outcome } from '#kernel/outcome.ts';
import { ask, signInFirst } from '#platform/access/ask.ts';
import type { Context } from '#platform/context.ts';
import type { Beside, Ending } from '#pure/commitments';
import { maySeeCourse, mayListCourses } from '../policy.ts';
import { endingFrom } from '../rules/reckoning.ts';
import { stepsAsDuties } from '../rules/steps.ts';
import { type Closing, closingsOf } from '../store/closing.server.ts';
import { standingNotice, standingRescission } from '../store/endings.server.ts';
import { ownersOf, stepsOf } from '../store/steps.server.ts';

/** What the duties of a partnership are planned by beside its agreed facts: its early end, the steps that people have set, and who has a step. */
export async function besideTheAgreement(context: Context, agreementId: string): Promise<Outcome<{ ending: Ending | null; beside: Beside[]; owners: ReadonlyMap<string, string> }>> {
  const asked = await ask(context, maySeeCourse, agreementId);
  if (!asked.ok) return asked;
  const standing = [await standingNotice(context, agreementId), await standingRescission(context, agreementId)].filter((ending) => ending !== null);
  const owners = new Map((await ownersOf(context, agreementId)).map(({ step, organisation }) => [step, organisation.name]));
  return done({ ending: endingFrom(standing), beside: stepsAsDuties(await stepsOf(context, agreementId)), owners });
}

/** What closes each of these agreements, for lists; those that nothing is recorded of are left out. */
export async function closings(context: Context, agreementIds: string[]): Promise<Outcome<Map<string, Closing>>> {
  return mayListCourses(context.actor) ? done(await closingsOf(context, agreementIds)) : signInFirst();
}

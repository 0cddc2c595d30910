import { addFact, bringAmendmentIntoForce, bringIntoForce, commence, confirmedReading, decide } from '#partnership/agreement';
import { planDuties } from '#partnership/commitments';
import { besideTheAgreement } from '#partnership/governance';
import { done, type Outcome, sure } from '#kernel/outcome.ts';
import { recordTerms } from '#partnership/money';
import { recordPeople } from '#partnership/people';
import { type Context, inTransaction } from '#platform/context.ts';
import type { Replan } from '#pure/commitments';

/** When an agreement commences, its parties, contact persons, budget, payments and duties are laid out. */
export const commenceAndLayOut = (context: Context, input: Parameters<typeof commence>[1]) => followed(context, (inside) => commence(inside, input));

/** When a signed draft has been sealed, it is in force and its partnership runs. */
export const bringIntoForceAndLayOut = (context: Context, input: Parameters<typeof bringIntoForce>[1]) => followed(context, (inside) => bringIntoForce(inside, input));

/** When a signed amendment or annex has been sealed, the partnership follows it: dates, money and duties. */
export const bringAmendmentIntoForceAndLayOut = (context: Context, input: Parameters<typeof bringAmendmentIntoForce>[1]) => followed(context, (inside) => bringAmendmentIntoForce(inside, input));

/** When a fact of a running partnership is decided anew, what follows from it follows. */
export const decideAndLayOut = (context: Context, input: Parameters<typeof decide>[1]) => followed(context, (inside) => decide(inside, input));

/** When a fact is added to a running partnership, likewise. */
export const addFactAndLayOut = (context: Context, input: Parameters<typeof addFact>[1]) =>
  followed(context, async (inside) => {
    const outcome = await addFact(inside, input);
    return outcome.ok ? { ok: true, value: { ...outcome.value, agreementId: input.agreementId } } : outcome;
  });

/** What was done, and which duties moved with it. */
type Followed<T> = T & { moved: Replan['moved'] };

export const followed = <T extends { agreementId: string }>(context: Context, act: (inside: Context) => Promise<Outcome<T>>): Promise<Outcome<Followed<T>>> =>
  inTransaction(context, async (inside) => {
    const outcome = await act(inside);
    return outcome.ok ? done({ ...outcome.value, moved: (await layOut(inside, outcome.value.agreementId)).moved }) : outcome;
  });

/** Makes the other rooms follow the agreed facts of a running partnership and what is recorded of its course; an agreement under review moves nothing. */
export async function layOut(context: Context, agreementId: string): Promise<Omit<Replan, 'plan'>> {
  const { facts, text, commenced } = sure(await confirmedReading(context, agreementId));
  if (!commenced) return { moved: [], appeared: [], fellAway: [] };
  sure(await recordPeople(context, { agreementId, facts }));
  sure(await recordTerms(context, { agreementId, facts }));
  const beside = sure(await besideTheAgreement(context, agreementId));
  return sure(await planDuties(context, { agreementId, facts, text, ...beside }));
}

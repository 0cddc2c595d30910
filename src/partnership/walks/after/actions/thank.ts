import { done, type Outcome, refuse, sure } from '#kernel/outcome.ts';
import { type Context, contextFor, inTransaction } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { knownWalkers } from '#partnership/people';
import { isTheHouse, mayWalk } from '../../policy.ts';
import { tongueOf } from '../../store/language.server.ts';
import { thanksLetter } from '../letters.ts';
import { daysOf, halfYearBefore, halfYearOf } from '../rules/half-year.ts';
import { minutesWalked } from '../rules/hours.ts';
import { hasDeclined, insertThanks, keepDeclined, walkedIn } from '../store/thanks.server.ts';
import { walkedBy } from '../store/walked-by.server.ts';

/** The job that thanks those who have walked, when a half-year has ended. */
export const THANK = 'walks.thank';

/**
 * Thanks everybody who walked in the half-year that has ended, by mail, once for each partnership; not those who have said
 * that they want none, nor those whose address is not known. Gives how many letters were written.
 */
export async function thankWalkers(house: Context, { origin }: { origin: string | null }): Promise<Outcome<{ letters: number }>> {
  if (!isTheHouse(house.actor)) return refuse('forbidden', 'access.not-allowed');
  const halfYear = halfYearBefore(halfYearOf(house.clock.today()));
  let letters = 0;
  for (const agreementId of await walkedIn(house, daysOf(halfYear))) letters += await inTransaction(house, (inside) => thankIn(inside, { agreementId, halfYear, origin }));
  return done({ letters });
}

async function thankIn(inside: Context, { agreementId, halfYear, origin }: { agreementId: string; halfYear: string; origin: string | null }): Promise<number> {
  const walked = Map.groupBy(await walkedBy(inside, { agreementId, ...daysOf(halfYear) }), ({ personId }) => personId);
  const known = sure(await knownWalkers(inside, [...walked.keys()]));
  let letters = 0;
  for (const [personId, theirs] of walked) {
    const to = known.get(personId)?.email;
    if (!to || (await hasDeclined(inside, personId)) || !(await insertThanks(inside, { personId, agreementId, halfYear }))) continue;
    const minutes = theirs.reduce((sum, { walk, checks }) => sum + minutesWalked(walk, checks), 0);
    const language = await tongueOf(inside, { personId, agreementId });
    await queueMail(inside, { to, ...thanksLetter({ walks: theirs.length, minutes, halfYear, origin, language }), kind: 'walks.thanks', key: `walks.thanks ${agreementId} ${halfYear} ${personId}` });
    letters++;
  }
  if (letters > 0) await witness(inside, { what: 'walks.walkers-thanked', agreementId, facts: { count: letters, halfYear } });
  return letters;
}

/** Keeps whether the one who walks wants thanks by mail. */
export async function wantThanks(context: Context, { wanted }: { wanted: boolean }): Promise<Outcome<null>> {
  if (!mayWalk(context.actor)) return refuse('unauthenticated', 'walks.sign-up-first');
  const { id } = context.actor;
  await inTransaction(contextFor(context, context.actor), async (inside) => {
    await keepDeclined(inside, id, !wanted);
    await witness(inside, { what: 'walks.thanks-chosen', agreementId: null, facts: { wanted } });
  });
  return done(null);
}

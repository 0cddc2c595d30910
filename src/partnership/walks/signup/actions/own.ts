import { localizeUrl } from '#locale';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Context } from '#platform/context.ts';
import { witness } from '#platform/journal.ts';
import { inLanguage } from '#platform/in-language.ts';
import { queueSms } from '#platform/sms/outbox.ts';
import type { WalkTask } from '../../model.ts';
import { mayWalk } from '../../policy.ts';
import { findWalk } from '../../store/walks.server.ts';
import { enter } from '../enter.ts';
import type { SignedUp } from '../model.ts';
import { asWalker } from '../on-walk.ts';
import { refusedBy } from '../refused.ts';
import { mobileNumber } from '../rules/mobile-number.ts';
import { phoneMark } from '../secrets.ts';
import { tongueOf } from '../../store/language.server.ts';
import { decideCancelling, decideDeclining, decideGivingUp, decideHanding } from '../store/decide.server.ts';
import { isMarkOf } from '../store/walkers.server.ts';
import { handedWords } from '../words.ts';

/** Signs up whoever is known, or takes the place that they have been offered. A number is kept for this walk only where it is the one they are known by. */
export const signUp = (context: Context, { walkId, task, number }: { walkId: string; task: WalkTask; number: string | null }, secret: string): Promise<Outcome<SignedUp>> =>
  asWalker(context, walkId, async (inside, walk, personId) => {
    const isTheirs = number !== null && (await isMarkOf(inside, { personId, agreementId: walk.agreementId, mark: phoneMark(secret, number) }));
    return enter(inside, { walk, personId, task: task === 'leader' ? 'leader' : 'walker', phone: isTheirs ? number : null });
  });

/** Takes oneself off a walk: the place goes on at once. */
export const cancelOwn = (context: Context, { walkId }: { walkId: string }): Promise<Outcome<null>> =>
  asWalker(context, walkId, async (inside, walk, personId) => {
    const result = await decideCancelling(inside, { walkId, personId, whose: 'walker' });
    if (result !== 'cancelled') return refusedBy(result);
    await witness(inside, { what: 'walks.signup-cancelled', agreementId: walk.agreementId, facts: { walkId, by: 'walker' } });
    return done(null);
  });

/** Says no to a place that one was offered; the next is asked. */
export const declineOffer = (context: Context, { walkId }: { walkId: string }): Promise<Outcome<null>> =>
  asWalker(context, walkId, async (inside, walk, personId) => {
    const result = await decideDeclining(inside, { walkId, personId });
    if (result !== 'declined') return refuse('conflict', 'walks.no-offer');
    await witness(inside, { what: 'walks.offer-declined', agreementId: walk.agreementId, facts: { walkId } });
    return done(null);
  });

/** Lets the queue have one's place, or no longer: it is kept until somebody takes it. */
export const giveUpPlace = (context: Context, { walkId, wants }: { walkId: string; wants: boolean }): Promise<Outcome<null>> =>
  asWalker(context, walkId, async (inside, walk, personId) => {
    const result = await decideGivingUp(inside, { walkId, personId, wants });
    if (result !== 'done') return refuse('conflict', 'walks.no-place');
    await witness(inside, { what: wants ? 'walks.place-given-up' : 'walks.place-kept', agreementId: walk.agreementId, facts: { walkId } });
    return done(null);
  });

/**
 * Offers one's place to the colleague who has this number. Whether anybody here has it is not said: a message goes to the
 * number, and only a walker can do anything with it.
 */
export async function handPlaceTo(
  context: Context,
  { walkId, phone, link }: { walkId: string; phone: string; link: string },
  { secret, within }: { secret: string; within: (account: string) => Promise<Outcome<null>> },
): Promise<Outcome<null>> {
  const number = mobileNumber(phone);
  if (!number) return refuse('invalid', 'walks.phone-not-understood', { path: 'phone' });
  if (!mayWalk(context.actor)) return refuse('forbidden', 'access.not-allowed');
  const allowed = await within(context.actor.id);
  if (!allowed.ok) return allowed;
  return asWalker(context, walkId, async (inside, walk, personId) => {
    const to = await decideHanding(inside, { walkId, personId, to: null, mark: phoneMark(secret, number) });
    const told = to && (await findWalk(inside, walkId));
    const tongue = to && (await tongueOf(inside, { personId: to, agreementId: walk.agreementId }));
    if (told && tongue) await queueSms(inside, { to: number, text: inLanguage(tongue, () => handedWords(told, localizeUrl(link, { locale: tongue }).href)), kind: 'walks.handed', usefulUntil: walk.starts });
    await witness(inside, { what: 'walks.place-handed', agreementId: walk.agreementId, facts: { walkId } });
    return done(null);
  });
}

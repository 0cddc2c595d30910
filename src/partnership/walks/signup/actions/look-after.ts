import { localizeUrl } from '#locale';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { inLanguage } from '#platform/in-language.ts';
import { witness } from '#platform/journal.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { queueSms } from '#platform/sms/outbox.ts';
import { isTheHouse } from '../../policy.ts';
import { findWalk } from '../../store/walks.server.ts';
import type { TidingKind } from '../model.ts';
import { mobileNumber } from '../rules/mobile-number.ts';
import { tellOfAdults } from '../tell-of-adults.ts';
import { forgetOldCodes } from '../store/codes.server.ts';
import { passOn } from '../store/decide.server.ts';
import { forgetPhones, forgetTidings, noteReminders, takeTiding, walksToPassOn } from '../store/tidings.server.ts';
import { wordsOf } from '../words.ts';

/**
 * Lets places go on to the next in the queue, writes down whom it is time to remind, tells walkers what has happened, and
 * forgets numbers that have done their work. Done again, by two at once, or cut off and done again, it tells everybody
 * everything once. `house` is where Handslag is reached.
 */
export async function lookAfterWalks(context: Context, { house, signal }: { house: string | null; signal?: AbortSignal }): Promise<Outcome<{ told: number }>> {
  if (!isTheHouse(context.actor)) return refuse('forbidden', 'access.not-allowed');
  await forgetOldCodes(context);
  await forgetTidings(context);
  for (const { id, agreementId } of await walksToPassOn(context)) await passPlacesOn(context, { id, agreementId });
  await noteReminders(context);
  await tellOfAdults(context, house);
  await forgetNumbers(context);
  for (let told = 0; ; told += 1) if (signal?.aborted || !(await tellNext(context, house))) return done({ told });
}

const passPlacesOn = (context: Context, { id: walkId, agreementId }: { id: string; agreementId: string }): Promise<void> =>
  inTransaction(context, async (inside) => {
    const given = await passOn(inside, walkId);
    if (given > 0) await witness(inside, { what: 'walks.places-passed-on', agreementId, facts: { walkId, given } });
  });

/** Tells the next thing that is to be told, by message where there is a number and else by mail; both, or neither, are kept. False where there is nothing left. */
const tellNext = (context: Context, house: string | null): Promise<boolean> =>
  inTransaction(context, async (inside) => {
    const due = await takeTiding(inside);
    if (!due) return false;
    const walk = (await findWalk(inside, due.walkId))!;
    // What has run out by now tells nobody anything.
    const stale = walk.ends < inside.clock.now() || (due.kind === 'offered' && !due.until);
    const number = due.phone ? mobileNumber(due.phone) : null;
    if (stale || (!number && !due.email)) return true;
    const kind = due.alone && isReminder(due.kind) ? 'adult-missing' : due.kind;
    const link = house && localizeUrl(`${house}/walk/${walk.id}`, { locale: due.language }).href;
    const { sms, subject, text } = inLanguage(due.language, () => wordsOf(kind, { walk, until: due.until, link }));
    const once = { kind: `walks.${due.kind}`, key: `walks.tiding ${due.id}` };
    if (number) await queueSms(inside, { to: number, text: sms, usefulUntil: due.until ?? walk.ends, ...once });
    else await queueMail(inside, { to: due.email!, subject, text, ...once });
    await witness(inside, { what: 'walks.walker-told', agreementId: due.agreementId, facts: { walkId: walk.id, kind: due.kind } });
    return true;
  });

/** Nobody young is reminded as if they could walk while nobody grown does. */
const isReminder = (kind: TidingKind): boolean => kind === 'day-before' || kind === 'hours-before';

const forgetNumbers = (context: Context): Promise<void> =>
  inTransaction(context, async (inside) => {
    const count = await forgetPhones(inside);
    if (count > 0) await witness(inside, { what: 'walks.numbers-forgotten', agreementId: null, facts: { count } });
  });

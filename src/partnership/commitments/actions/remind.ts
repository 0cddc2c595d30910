import { addDays } from '#kernel/calendar-date.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { castsOf } from '#platform/access/acting.ts';
import { type Context, inTransaction } from '#platform/context.ts';
import { inLanguage } from '#platform/in-language.ts';
import { witness } from '#platform/journal.ts';
import { queueMail } from '#platform/mail/outbox.ts';
import { mayRemind } from '../policy.ts';
import { letterAbout } from '../reminders/letter.ts';
import { DAYS_BEFORE, type FirmDuty, type Reader, type Reminder, USUAL } from '../reminders/model.ts';
import { remindersOf } from '../reminders/rules.ts';
import { keepTold, settingsOf, toldAlready, toldName } from '../reminders/store.server.ts';
import { placed } from '../rules/state.ts';
import { firmDutiesUntil, plansOf } from '../store.server.ts';

/** How people are reached, by account; those who cannot be are left out. */
export type ReadersOf = (context: Context, accountIds: string[]) => Promise<Map<string, Reader>>;

/** Takes out of what is told of a partnership whatever must not be told. */
type Hide = <T>(agreementId: string, data: T) => T;

/**
 * Writes each person one letter about all they are to be told of today, in one transaction with what has been told: done
 * again, or by two at once, or cut off half-way and done again, it tells everybody everything once. Gives how many letters
 * were written.
 */
export async function remind(context: Context, { readersOf, house, hide }: { readersOf: ReadersOf; house: URL | null; hide: Hide }): Promise<Outcome<{ letters: number }>> {
  if (!mayRemind(context.actor)) return refuse('forbidden', 'access.not-allowed');
  const byPerson = Map.groupBy((await dueToday(context)).map((reminder) => hide(reminder.about.agreementId, reminder)), ({ accountId }) => accountId);
  const readers = await readersOf(context, [...byPerson.keys()]);
  let letters = 0;
  for (const [accountId, theirs] of byPerson) {
    const reader = readers.get(accountId);
    if (reader && (await tell(context, { accountId, reader, reminders: theirs, house }))) letters++;
  }
  return done({ letters });
}

/** Everything that somebody is to be told today and has not been told, the earliest day first. */
async function dueToday(context: Context): Promise<Reminder[]> {
  const today = context.clock.today();
  const duties = await firmDuties(context);
  const casts = await castsOf(context, [...new Set(duties.map(({ agreementId }) => agreementId))]);
  const known = await settingsOf(context, [...new Set([...casts.values()].flatMap(({ acting }) => acting.map(({ accountId }) => accountId)))]);
  const settings = (accountId: string) => known.get(accountId) ?? USUAL;
  const told = await toldAlready(context);
  return duties.flatMap((duty) => remindersOf(duty, casts.get(duty.agreementId)!, today, settings)).filter((reminder) => !told.has(toldName(reminder)));
}

/** Open duties whose day must be kept and is no farther away than anybody can ask to be reminded of. */
async function firmDuties(context: Context): Promise<FirmDuty[]> {
  const found = await firmDutiesUntil(context, addDays(context.clock.today(), Math.max(...DAYS_BEFORE)));
  const plans = await plansOf(context, [...new Set(found.map(({ agreementId }) => agreementId))]);
  const titles = new Map(plans.map(({ agreementId, title }) => [agreementId, title]));
  return found.map(({ id, agreementId, planned, placement, standing }) => ({
    id,
    agreementId,
    partnership: titles.get(agreementId) ?? null,
    duty: placed(planned, placement),
    dueBy: standing.dueBy!,
  }));
}

interface Telling {
  accountId: string;
  reader: Reader;
  reminders: Reminder[];
  house: URL | null;
}

/** Writes the letter and that it has been told, both or neither. False where today's letter has been written before. */
const tell = (context: Context, { accountId, reader, reminders, house }: Telling): Promise<boolean> =>
  inTransaction(context, async (inside) => {
    const language = reader.language ?? 'sv';
    const letter = inLanguage(language, () => letterAbout(reminders, { language, house }));
    const key = `commitments.reminder ${accountId} ${inside.clock.today()}`;
    if (!(await queueMail(inside, { to: reader.email, ...letter, kind: 'commitments.reminder', key }))) return false;
    await keepTold(inside, reminders);
    await witness(inside, { what: 'commitments.reminded', agreementId: null, facts: { accountId, duties: reminders.length } });
    return true;
  });

import type { CalendarDate } from '#kernel/calendar-date.ts';
import { sure } from '#kernel/outcome.ts';
import type { RecordType } from '#kernel/personal-data.ts';
import { disposeNotes, endedPartnerships } from '#partnership/commitments';
import { disposeContactPersons, disposeOf, disposeOfHouse, disposePersons } from '#partnership/people';
import { startOfDay } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { disposeOf as disposeOfEntries } from '#platform/journal/dispose.ts';
import { disposeLetters } from '#platform/mail/outbox.ts';
import { closeAccounts } from '#platform/sign-in/accounts.ts';

/** The job that disposes of what is due. */
export const DISPOSE = 'people.dispose';

/** How records whose time is counted from the end of the agreement are disposed of, by the room that keeps them. */
const DISPOSERS: Partial<Record<RecordType, (inside: Context, agreementId: string, before: CalendarDate) => Promise<number>>> = {
  'contact-persons': disposeContactPersons,
  'duty-notes': disposeNotes,
  // Who did it; that it was done, and the proof of that, stay.
  journal: (inside, agreementId, before) => disposeOfEntries(inside, { part: 'who', chain: agreementId, before: startOfDay(before) }),
};

/** Disposes of every record that somebody has decided is not to be kept longer; each partnership and type by itself, so that a stop loses nothing. */
export async function disposeOfWhatIsDue(context: Context, signal?: AbortSignal): Promise<void> {
  for (const { agreementId, endedOn } of sure(await endedPartnerships(context))) {
    for (const [type, dispose] of Object.entries(DISPOSERS)) {
      if (signal?.aborted) return;
      sure(await disposeOf(context, { agreementId, type: type as RecordType, from: endedOn, dispose: (inside, before) => dispose(inside, agreementId, before) }));
    }
  }
  sure(await disposePersons(context, closeAccounts));
  sure(await disposeOfHouse(context, { type: 'letters', dispose: (inside, before) => disposeLetters(inside, startOfDay(before)) }));
}

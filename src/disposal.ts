import type { CalendarDate } from '#kernel/calendar-date.ts';
import { type Outcome, sure } from '#kernel/outcome.ts';
import type { RecordType } from '#kernel/personal-data.ts';
import { takenBackAgreements } from '#partnership/agreement';
import { disposeNotes, endedPartnerships } from '#partnership/commitments';
import { disposeSubmissions, partnershipsWithSubmissions } from '#partnership/followup';
import { disposeContactPersons, disposeOf, disposeOfHouse, disposeOfOrganisations, disposePersons } from '#partnership/people';
import { disposeGroupWords, disposeKit, disposeNewcomers, disposeReports, disposeSignups, disposeWhoSetRules, forgetWalkers, partnershipsWithWalks } from '#partnership/walks';
import { removeEnded } from '#platform/access/assignments.ts';
import { startOfDay } from '#platform/clock.ts';
import type { Context } from '#platform/context.ts';
import { removeUnusedFiles } from '#platform/files/unused.ts';
import { disposeOf as disposeOfEntries } from '#platform/journal/dispose.ts';
import { disposeLetters } from '#platform/mail/outbox.ts';
import { removePartnership } from '#platform/partnership-removal.ts';
import { closeAccounts } from '#platform/sign-in/accounts.ts';

/** The job that disposes of what is due. */
export const DISPOSE = 'people.dispose';

type OfPartnership = (inside: Context, agreementId: string, before: CalendarDate) => Promise<number>;

/** How records are disposed of that each have an age of their own, also while the partnership runs, and where there are any. */
const OF_THEIR_OWN_AGE: { type: RecordType; partnerships: (context: Context) => Promise<Outcome<string[]>>; dispose: OfPartnership }[] = [
  { type: 'submissions', partnerships: partnershipsWithSubmissions, dispose: disposeSubmissions },
  { type: 'walk-signups', partnerships: partnershipsWithWalks, dispose: disposeSignups },
  { type: 'walk-reports', partnerships: partnershipsWithWalks, dispose: disposeReports },
  { type: 'walk-newcomers', partnerships: partnershipsWithWalks, dispose: disposeNewcomers },
  { type: 'walk-kit', partnerships: partnershipsWithWalks, dispose: disposeKit },
  { type: 'walk-groups', partnerships: partnershipsWithWalks, dispose: disposeGroupWords },
];

/** How records whose time is counted from the end of the agreement are disposed of, by the room that keeps them; the agreement itself last. */
const AFTER_THE_END = {
  'contact-persons': disposeContactPersons,
  'duty-notes': disposeNotes,
  // Who did it; that it was done, and the proof of that, stay.
  journal: (inside, agreementId, before) => disposeOfEntries(inside, { part: 'who', chain: agreementId, before: startOfDay(before) }),
  agreements: (inside, agreementId) => removePartnership(inside, agreementId).then(() => 1),
} satisfies Partial<Record<RecordType, OfPartnership>>;

/** What is kept of an agreement that was taken back before anything was laid out from it. */
const AFTER_TAKING_BACK = ['journal', 'agreements'] as const satisfies (keyof typeof AFTER_THE_END)[];

/** Disposes of every record that somebody has decided is not to be kept longer; each partnership and type by itself, so that a stop loses nothing. */
export async function disposeOfWhatIsDue(context: Context, signal?: AbortSignal): Promise<void> {
  for (const { type, partnerships, dispose } of OF_THEIR_OWN_AGE) {
    for (const agreementId of sure(await partnerships(context))) {
      if (signal?.aborted) return;
      await ofPartnership(context, { agreementId, type, from: null }, dispose);
    }
  }
  for (const { agreementId, endedOn } of sure(await endedPartnerships(context))) {
    for (const [type, dispose] of Object.entries(AFTER_THE_END)) {
      if (signal?.aborted) return;
      await ofPartnership(context, { agreementId, type: type as RecordType, from: endedOn }, dispose);
    }
  }
  for (const { agreementId, takenBackOn } of sure(await takenBackAgreements(context))) {
    for (const type of AFTER_TAKING_BACK) {
      if (signal?.aborted) return;
      await ofPartnership(context, { agreementId, type, from: takenBackOn }, AFTER_THE_END[type]);
    }
  }
  sure(await disposeOfOrganisations(context, { type: 'assignments', dispose: removeEnded }));
  sure(await disposeOfOrganisations(context, { type: 'walk-groups', dispose: disposeWhoSetRules }));
  sure(await disposeOfOrganisations(context, { type: 'persons', dispose: disposePersons(forgetPersons) }));
  sure(await disposeOfHouse(context, { type: 'letters', dispose: (inside, before) => disposeLetters(inside, startOfDay(before)) }));
  await removeUnusedFiles(context, signal);
}

const ofPartnership = async (context: Context, due: { agreementId: string; type: RecordType; from: CalendarDate | null }, dispose: OfPartnership): Promise<void> =>
  void sure(await disposeOf(context, { ...due, dispose: (inside, before) => dispose(inside, due.agreementId, before) }));

/** What other rooms and the sign-in keep of people goes before they do. */
async function forgetPersons(inside: Context, ids: string[]): Promise<void> {
  await forgetWalkers(inside, ids);
  await closeAccounts(inside, ids);
}

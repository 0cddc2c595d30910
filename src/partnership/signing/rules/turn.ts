import type { CalendarDate } from '#kernel/calendar-date.ts';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { SigningPlace, SigningRecords, SigningStatus } from '../model.ts';
import { placeOfSignatory, statusOf, unsignedPlaces } from './status.ts';

type Records = Omit<SigningRecords, 'letters'>;

/** The places whose turn it is: in a given order the first that nobody has signed, else all of those. */
export function placesInTurn(records: Records, today: CalendarDate): SigningPlace[] {
  if (statusOf(records, today) !== 'open') return [];
  const left = unsignedPlaces(records);
  return records.signing.ordered ? left.slice(0, 1) : left;
}

/** Whether a signatory may sign today, as far as the records go, and where; the no says what stands in the way. */
export function turnOf(records: Records, signatoryId: string, today: CalendarDate): Outcome<SigningPlace> {
  const place = placeOfSignatory(records.signing, signatoryId);
  if (!place) return refuse('not-found', 'signing.not-found');
  if (records.signatures.some(({ placeId }) => placeId === place.id)) return refuse('conflict', 'signing.signed-already');
  const closed = CLOSED[statusOf(records, today)];
  if (closed) return { ok: false, refusals: [closed] };
  if (records.declines.some((decline) => decline.signatoryId === signatoryId)) return refuse('conflict', 'signing.declined-by-you');
  if (placesInTurn(records, today).some(({ id }) => id === place.id)) return done(place);
  const [first] = unsignedPlaces(records);
  return refuse('conflict', 'signing.not-your-turn', { facts: { organisation: first.organisation.name } });
}

/** What says no to every signature and decline, by what the signing amounts to; null while it is open. */
export const CLOSED = {
  prepared: { kind: 'not-found', code: 'signing.not-found' },
  open: null,
  complete: { kind: 'conflict', code: 'signing.signed-by-all' },
  sealed: { kind: 'conflict', code: 'signing.signed-by-all' },
  declined: { kind: 'conflict', code: 'signing.was-declined' },
  withdrawn: { kind: 'conflict', code: 'signing.was-withdrawn' },
  expired: { kind: 'conflict', code: 'signing.has-expired' },
} as const satisfies Record<SigningStatus, { kind: 'conflict' | 'not-found'; code: string } | null>;

import type { CalendarDate } from '#kernel/calendar-date.ts';
import type { Decline, Signatory, Signing, SigningPlace, SigningRecords, SigningStatus } from '../model.ts';

/** What a signing amounts to on a day, from its records alone. */
export function statusOf({ signing, signatures, declines, seal }: Omit<SigningRecords, 'letters'>, today: CalendarDate): SigningStatus {
  if (seal) return 'sealed';
  if (signing.ended) return signing.ended.how;
  if (!signing.sent) return 'prepared';
  const signed = new Set(signatures.map(({ placeId }) => placeId));
  if (signing.places.every(({ id }) => signed.has(id))) return 'complete';
  if (signing.places.some((place) => !signed.has(place.id) && isDeclined(place, declines))) return 'declined';
  return today > signing.expiresOn ? 'expired' : 'open';
}

/** Everybody who may sign at the place has said that they will not. */
export const isDeclined = ({ signatories }: SigningPlace, declines: Decline[]): boolean =>
  signatories.length > 0 && signatories.every(({ id }) => declines.some(({ signatoryId }) => signatoryId === id));

export const placeOfSignatory = ({ places }: Signing, signatoryId: string): SigningPlace | undefined =>
  places.find(({ signatories }) => signatories.some(({ id }) => id === signatoryId));

export const signatoryOf = (signing: Signing, signatoryId: string): Signatory | undefined =>
  placeOfSignatory(signing, signatoryId)?.signatories.find(({ id }) => id === signatoryId);

/** The places that nobody has signed, in order. */
export const unsignedPlaces = ({ signing, signatures }: Pick<SigningRecords, 'signing' | 'signatures'>): SigningPlace[] =>
  signing.places.filter(({ id }) => !signatures.some(({ placeId }) => placeId === id)).toSorted((a, b) => a.position - b.position);

/** The names of those who signed, in the order they did: as the sign-in knew them, or on paper as they were written to. */
export const signedNames = ({ signing, signatures }: Pick<SigningRecords, 'signing' | 'signatures'>): string[] =>
  signatures.toSorted((a, b) => a.revision - b.revision).map(({ manner, by, signatoryId }) => (manner === 'paper' ? signatoryOf(signing, signatoryId)!.name : by.name));

/** The field of the file that belongs to a place. */
export const fieldOf = ({ position }: Pick<SigningPlace, 'position'>): string => `Signature${position}`;

/** The newest file: what the next signature is added to, and what is sealed when there is no next. */
export const newestFile = ({ signing, signatures }: Pick<SigningRecords, 'signing' | 'signatures'>): string =>
  signatures.toSorted((a, b) => b.revision - a.revision)[0]?.sha256 ?? signing.sent!.frozenSha256;

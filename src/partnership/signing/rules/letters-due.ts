import type { Signatory, SigningRecords, WrittenLetter } from '../model.ts';
import { placesInTurn } from './turn.ts';

/** Days between a letter and the next to the same person, and how many of them there are at most. */
const DAYS_BETWEEN = 5;
const MOST_REMINDERS = 3;

/** A letter that is to be written now. */
export interface LetterDue {
  signatory: Signatory;
  kind: 'invitation' | 'reminder';
  nth: number;
}

/**
 * Whom to write to: whoever's turn it is and has not been told; again after some days, a few times; and deputies when the
 * others at their place have been reminded once or have all declined.
 */
export const lettersDue = (records: SigningRecords, { now, today }: { now: Date; today: string }): LetterDue[] =>
  placesInTurn(records, today).flatMap(({ signatories }) => {
    const willing = signatories.filter(({ id }) => !records.declines.some(({ signatoryId }) => signatoryId === id));
    const regular = willing.filter(({ deputy }) => !deputy);
    const reminded = regular.some(({ id }) => records.letters.some(({ signatoryId, kind }) => signatoryId === id && kind === 'reminder'));
    const called = regular.length === 0 || reminded ? willing : regular;
    return called.flatMap((signatory) => dueTo(signatory, records.letters, now) ?? []);
  });

function dueTo(signatory: Signatory, letters: WrittenLetter[], now: Date): LetterDue | null {
  const theirs = letters.filter(({ signatoryId, kind }) => signatoryId === signatory.id && (kind === 'invitation' || kind === 'reminder'));
  if (theirs.length === 0) return { signatory, kind: 'invitation', nth: 0 };
  const newest = theirs.reduce((a, b) => (b.at > a.at ? b : a));
  const nth = theirs.filter(({ kind }) => kind === 'reminder').length + 1;
  const rested = now.getTime() - newest.at.getTime() >= DAYS_BETWEEN * 86_400_000;
  return rested && nth <= MOST_REMINDERS ? { signatory, kind: 'reminder', nth } : null;
}

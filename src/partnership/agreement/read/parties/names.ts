import type { Party } from '../../model.ts';

/** A place in a text where a party is named: by name, by alias ("Föreningen"), by unit, or all of them ("Parterna"). */
export interface PartyMention {
  at: number;
  end: number;
  /** The party's name as in `Reading.parties`, or "both" when all parties are meant. */
  party: string;
  /** The unit that was named, when it was a unit. */
  unit: string | null;
  /** "Kommunens", "Youngstivals": the possessive form. */
  genitive: boolean;
}

/** What the parties are called throughout an agreement. */
export interface PartyNames {
  parties: Party[];
  /** Every mention in the text, left to right, never overlapping. */
  find(text: string): PartyMention[];
  /** The party that the whole phrase names, possessive or not; "both" for all of them; null when it names none. */
  named(phrase: string): string | null;
}

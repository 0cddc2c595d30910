/** What a column says about a person. */
export type Piece = 'name' | 'role' | 'email' | 'phone' | 'birth-year' | 'credential' | 'organisation' | 'document' | 'words' | 'doer' | 'when' | 'what';

/** Whom the data is about: `mentioned` is anybody whom a text happens to name. */
export type Whose = 'contact-person' | 'signatory' | 'volunteer' | 'user' | 'mentioned';

/** Why it is lawful, as the regulation has it. */
export type Basis =
  /** @lagrum Dataskyddsförordningen (EU) 2016/679 art. 6.1 c (rättslig förpliktelse: diarieföring, arkiv, bokföring) */
  | 'legal-duty'
  /** @lagrum Dataskyddsförordningen (EU) 2016/679 art. 6.1 e (kommunens uppgift av allmänt intresse; föreningen: 6.1 f) */
  | 'public-task';

/** Records that are kept equally long, with what their time is counted from and how long is usual; null is for ever. The house's letters belong to no partnership. */
export const RECORD_TYPES = {
  agreements: { from: 'end-of-term', usualMonths: null },
  'contact-persons': { from: 'end-of-term', usualMonths: 24 },
  'duty-notes': { from: 'end-of-term', usualMonths: 24 },
  submissions: { from: 'recorded', usualMonths: null },
  persons: { from: 'ended', usualMonths: 24 },
  letters: { from: 'recorded', usualMonths: 12 },
  'walk-signups': { from: 'recorded', usualMonths: 12 },
  'walk-reports': { from: 'recorded', usualMonths: 24 },
  'walk-newcomers': { from: 'recorded', usualMonths: 12 },
  'walk-kit': { from: 'ended', usualMonths: 12 },
  'walk-groups': { from: 'recorded', usualMonths: 24 },
  journal: { from: 'end-of-term', usualMonths: 120 },
  assignments: { from: 'ended', usualMonths: 24 },
} as const satisfies Record<string, { from: 'end-of-term' | 'recorded' | 'ended'; usualMonths: number | null }>;

export type RecordType = keyof typeof RECORD_TYPES;

/** What a table says about people: said beside the code that stores it, and shown to everyone. */
export interface PersonalData {
  table: string;
  /** Its columns that say something about a person, each with what. */
  columns: Record<string, Piece>;
  /** Its text and JSON columns that say nothing about anybody. */
  none: readonly string[];
  whose: readonly Whose[];
  why: () => string;
  basis: Basis;
  type: RecordType;
  /** How rows are known to be about an account, and what of them its holder is shown. */
  own?: { by: 'account' | 'name'; columns: readonly string[]; shows: Record<string, Piece> };
}

/** A table that says nothing about anybody, with its text and JSON columns. */
interface NoPersonalData {
  table: string;
  none: readonly string[];
}

export type Declared = PersonalData | NoPersonalData;

export const holdsPersonalData = (declared: Declared): declared is PersonalData => 'columns' in declared;

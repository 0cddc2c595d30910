import type { DraftFact, Field } from '../../drafting/model.ts';

/** A stretch of words that stands in both texts, only in the former or only in the latter. */
export interface Piece {
  kind: 'same' | 'removed' | 'added';
  text: string;
}

/** A paragraph or an item of a list in two texts. `moved-away` stands where it was and `moved-here` where it is now. */
export interface Passage {
  kind: 'same' | 'changed' | 'removed' | 'added' | 'moved-away' | 'moved-here';
  /** Together the former text (all but what was added) and the latter (all but what was removed). */
  pieces: Piece[];
  /** What divides it from the passage before it, in each of the texts. */
  lead: { before: string; after: string };
  /** The clause at the other end of the move. */
  other: string | null;
}

/** A clause in two texts: of the latter, or of the former where it was removed. */
export interface ClauseDifference {
  clauseId: string;
  kind: 'same' | 'changed' | 'removed' | 'added';
  /** It stands in another place among the clauses. */
  moved: boolean;
  heading: Piece[];
  passages: Passage[];
}

/** A field whose value is another, or that is only in one of the drafts. */
export interface FieldDifference {
  slug: string;
  before: Field | null;
  after: Field | null;
}

/** A fact that says something else beside its fields, or that is only in one of the drafts. */
export interface FactDifference {
  key: string;
  before: DraftFact | null;
  after: DraftFact | null;
}

/** What is different between two drafts, or two versions of one. */
export interface Comparison {
  title: Piece[];
  clauses: ClauseDifference[];
  fields: FieldDifference[];
  facts: FactDifference[];
  counts: Counts;
}

/** How much is different: words, passages and clauses in another place, and values. What was moved is counted there only. */
export interface Counts {
  added: number;
  removed: number;
  moved: number;
  values: number;
}

/** True where nothing is different. */
export const saysTheSameAs = ({ counts }: Comparison): boolean => Object.values(counts).every((count) => count === 0);

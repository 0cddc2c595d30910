import type { TextSpan } from '#kernel/text-span.ts';
import type { FactKind } from '../facts.ts';
import type { DraftKind } from '../drafting/model.ts';

/** What an amendment is to do with an agreed fact: give a part of it another value, or take it away where `part` is null. */
export interface Change {
  factId: string;
  part: string | null;
}

/** A part of an agreed fact that can be changed, as a form offers it. */
export interface Changeable extends Change {
  kind: FactKind;
  /** What the fact is called. */
  name: string;
  /** What it says now. */
  value: string | number | null;
}

/** That the agreement says something else by now than when the amendment was begun. */
export interface Conflict {
  /** The field of the amendment. */
  slug: string;
  factId: string;
  /** What the agreement said, what it says now (undefined where the fact is gone), and what the amendment would make of it. */
  base: unknown;
  now: unknown;
  wanted: string | number | null;
}

/** Tilläggsavtal eller bilaga: one that has come into force. */
export interface Amendment {
  draftId: string;
  agreementId: string;
  kind: Exclude<DraftKind, 'agreement'>;
  number: number;
  title: string;
  sha256: string;
  text: string;
  signedAt: Date;
  signedBy: string;
}

/** A document of the running partnership: the agreement itself, or an amendment, with where its words stand in the whole text. */
export interface Instrument {
  /** Null for the agreement itself. */
  draftId: string | null;
  title: string | null;
  kind: DraftKind;
  start: number;
  end: number;
}

/** One thing that was ever said of a fact, the oldest first. */
export interface FactHistory {
  verdict: 'confirm' | 'correct' | 'remove' | 'reopen';
  value: Record<string, unknown> | null;
  at: Date;
  by: string;
  /** The amendment that said it; null for a person's own decision. */
  amendment: { draftId: string; title: string } | null;
}

/** A place in the text of an instrument as a place in the whole. */
export const shiftedBy = ({ start, end, line }: TextSpan, { start: by }: Pick<Instrument, 'start'>, lines: number): TextSpan => ({ start: start + by, end: end + by, line: line + lines });

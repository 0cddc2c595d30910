import type { ReadFact } from './facts.ts';

export type Standing = 'undecided' | 'confirmed' | 'corrected' | 'removed';

/** A fact as the review shows it: what the reader read, and what a person has made of it. */
export interface FactView extends ReadFact {
  id: string;
  /** What the reader read; `value` is what holds now. */
  readValue: Record<string, unknown>;
  verdict: Standing;
  decidedBy: string | null;
  decidedAt: Date | null;
  /** The amendment that added it, and the one that decided on it last; null for the agreement itself and for people's own decisions. */
  instrument?: string | null;
  amendedBy?: string | null;
}

/** The facts that hold: confirmed or corrected by a person. Nothing runs on any other. */
export const agreed = (facts: FactView[]): FactView[] => facts.filter(({ verdict }) => verdict === 'confirmed' || verdict === 'corrected');

export const undecided = (facts: FactView[]): FactView[] => facts.filter(({ verdict }) => verdict === 'undecided');

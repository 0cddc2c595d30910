import { type Commitment, type FactView, MODALITIES, type Modality } from '#pure/agreement';
import { unbrokenAmounts } from '#ui/format/unbroken.ts';

/** One thing somebody has promised. */
export interface Promised {
  id: string;
  text: string;
  line: number;
}

/** One party's side of the table. */
export interface Side {
  /** A party's name, "both", or null where the agreement does not say. */
  party: string | null;
  groups: { modality: Modality; promises: Promised[] }[];
}

/** Commitments by party, in the order the parties are named; what is common and what is nobody's come last. */
export function promisesByParty(facts: FactView[], parties: string[]): Side[] {
  const commitments = facts.filter(({ kind }) => kind === 'commitment').map(({ id, value, span }) => ({ ...(value as unknown as Commitment), id, line: span.line }));
  const named = [...new Set([...parties, ...commitments.map(({ party }) => party)])].filter((party) => party !== 'both' && party !== null);
  return [...named, 'both', null]
    .map((party) => ({ party, groups: byModality(commitments.filter((commitment) => commitment.party === party)) }))
    .filter(({ groups }) => groups.length > 0);
}

const byModality = (commitments: (Commitment & Promised)[]): Side['groups'] =>
  MODALITIES.map((modality) => ({
    modality,
    promises: commitments.filter((commitment) => commitment.modality === modality).map(({ id, text, line }) => ({ id, text: unbrokenAmounts(text), line })),
  })).filter(({ promises }) => promises.length > 0);

/** A group that somebody who wants to walk could be led to. */
export interface Candidate {
  id: string;
  name: string;
  areaIds: string[];
  /** The age from which one may walk with it. */
  youngest: number;
  /** Those who wait to be met by it. */
  waiting: number;
}

/** Whether a group takes people of this age. */
export const takes = ({ youngest }: Pick<Candidate, 'youngest'>, { young }: { young: boolean }): boolean => !young || youngest < 18;

/** The age that a young walker may have, at the least. */
const YOUNG = 15;

/**
 * The group for whoever wants to walk: one that walks in the area they prefer and takes people of their age; of several,
 * the one with fewest waiting. Where none walks there, any that takes them; null where none does.
 */
export function rightGroup<Group extends Candidate>(groups: Group[], { areaId, young }: { areaId: string | null; young: boolean }): Group | null {
  const taking = groups.filter((group) => takes(group, { young })).sort((a, b) => a.waiting - b.waiting || a.name.localeCompare(b.name, 'sv'));
  return taking.find(({ areaIds }) => areaId !== null && areaIds.includes(areaId)) ?? taking[0] ?? null;
}

/** The age from which somebody may walk with one of the groups; adults alone where there are none yet. */
export const youngestOf = (groups: Candidate[]): number => Math.max(YOUNG, Math.min(...groups.map(({ youngest }) => youngest), groups.length > 0 ? Number.POSITIVE_INFINITY : 18));

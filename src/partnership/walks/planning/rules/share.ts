import type { Share } from '../model.ts';

/** How many nights each group has had and has, beside its part of them by weight. The parts add up to all the nights. */
export function sharesOf(groups: readonly Omit<Share, 'fair'>[]): Share[] {
  const weight = groups.reduce((sum, group) => sum + group.weight, 0);
  const nights = groups.reduce((sum, { had, coming }) => sum + had + coming, 0);
  return groups.map((group) => ({ ...group, fair: weight > 0 ? (nights * group.weight) / weight : 0 }));
}

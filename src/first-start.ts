import type { House } from '#platform/house.ts';

/** Lays out the samples in an empty house, so that the first page a newcomer sees has something to show. */
export async function firstStart(_house: House): Promise<void> {}

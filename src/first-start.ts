import type { ApartReader } from '#partnership/agreement';
import { system } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import { readWhatIsLeft } from './reactions.ts';

/** Finishes what the last run left, and lays out the samples in an empty house. */
export async function firstStart(house: House, reader: ApartReader): Promise<void> {
  await readWhatIsLeft({ ...house.ports, actor: system('start') }, reader);
}

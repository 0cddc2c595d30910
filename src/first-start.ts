import { type ApartReader, listAgreements } from '#partnership/agreement';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import { castDemo } from './demo-cast.ts';
import { readWhatIsLeft } from './reactions.ts';
import { layOutSamples } from './samples.ts';

/** Finishes what the last run left, and lays out the samples in an empty house unless `SAMPLES=no`. */
export async function firstStart(house: House, reader: ApartReader, environment: NodeJS.ProcessEnv): Promise<void> {
  const context = contextFor(house.ports, system('Handslag'));
  await readWhatIsLeft(context, reader);
  const known = await listAgreements(context, { limit: 1 });
  if (environment.SAMPLES !== 'no' && known.ok && known.value.rows.length === 0) await layOutSamples(context, reader);
  await castDemo(context);
}

import { type ApartReader, listAgreements } from '#partnership/agreement';
import { hasAdministrator } from '#platform/access/assignments.ts';
import { system } from '#platform/actor.ts';
import { type Context, contextFor, inTransaction } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import { isOpenToOthers } from '#platform/settings/opening.ts';
import { firstKey } from '#platform/sign-in/first-administrator.ts';
import { castDemo, isCast } from './demo-cast.ts';
import { readWhatIsLeft } from './reactions/reading.ts';
import { layOutSamples } from './samples.ts';

/** What the program that started this one listens to: the secret of the link that makes the first administrator. */
const FIRST_ADMINISTRATOR = 'handslag:first-administrator';

/**
 * Finishes what the last run left, lays out the samples with their people in an empty house unless `SAMPLES=no`, and while
 * nobody administers the house says how somebody can. True where the samples' people may be tried on.
 */
export async function firstStart(house: House, reader: ApartReader, environment: NodeJS.ProcessEnv): Promise<boolean> {
  const withSamples = environment.SAMPLES !== 'no' && !isOpenToOthers(environment);
  const context = contextFor(house.ports, system('Handslag'));
  await readWhatIsLeft(context, reader);
  if (withSamples && (await isEmpty(context))) {
    const layOutNights = await inTransaction(context, async (inside) => {
      const afterwards = await layOutSamples(inside, reader);
      await castDemo(inside);
      return afterwards;
    });
    await layOutNights(context);
  }
  if (!(await hasAdministrator(context))) process.emit(FIRST_ADMINISTRATOR as never, (await firstKey(context)) as never);
  return withSamples && (await isCast(context));
}

async function isEmpty(context: Context): Promise<boolean> {
  const known = await listAgreements(context, { limit: 1 });
  return known.ok && known.value.rows.length === 0;
}

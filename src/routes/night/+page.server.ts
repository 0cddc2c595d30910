import { redirect } from '@sveltejs/kit';
import { walksTonight } from '#partnership/walks';
import { address } from '#ui/address.ts';
import { valueOr404 } from '../answer.ts';
import { inTheirLanguage, walkingContext } from '../walking.ts';
import type { PageServerLoad } from './$types';

/** The way in from the home screen: to the walk of tonight, where there is one. */
export const load: PageServerLoad = async (event) => {
  const context = await walkingContext(event);
  await inTheirLanguage(event, context);
  const walks = context ? valueOr404(await walksTonight(context)) : [];
  if (walks.length > 0) redirect(303, address(`/night/${walks.at(-1)}`));
};

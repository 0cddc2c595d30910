import { redirect } from '@sveltejs/kit';
import { nightPlan } from '#partnership/walks';
import { address } from '#ui/address.ts';
import { inTheirLanguage, walkingContext } from '../../walking.ts';
import { appAddress } from '../app.server.ts';
import type { PageServerLoad } from './$types';

/** Whoever is not known here, or has no place on the walk, is led to its sign-up, where they can become both. */
export const load: PageServerLoad = async (event) => {
  const context = await walkingContext(event);
  await inTheirLanguage(event, context);
  const plan = context ? await nightPlan(context, event.params.walk) : null;
  if (!plan?.ok) redirect(303, address(`/walk/${event.params.walk}`));
  return { app: appAddress(), plan: plan.value };
};

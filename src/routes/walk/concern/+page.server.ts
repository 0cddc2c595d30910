import type { PageServerLoad } from './$types';

/** Words alone: nothing is asked and nothing is kept. */
export const load: PageServerLoad = () => ({});

import type { PageServerLoad } from './$types';
import { sheetOf } from './sheet.ts';

/** A page to print. */
export const load: PageServerLoad = async ({ locals, params: { id }, url }) => ({ id, poster: await sheetOf(locals.context, locals.signIn.house, id, url), walkId: url.searchParams.get('walk'), query: url.search });

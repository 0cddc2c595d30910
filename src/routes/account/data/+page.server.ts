import { ownData } from '../../../personal-data/own-data.server.ts';
import { shownRecords } from '../../../personal-data/words.ts';
import { valueOr404 } from '../../answer.ts';
import type { PageServerLoad } from './$types';

/** Rows of each kind that the page shows; the file has all. */
const SHOWN = 100;

export const load: PageServerLoad = async ({ locals: { context } }) => ({
  records: valueOr404(await ownData(context)).map(({ declared, rows }) => ({ ...shownRecords(declared, rows.slice(0, SHOWN)), left: Math.max(0, rows.length - SHOWN) })),
});

import { walkReport } from '#partnership/walks';
import { valueOr404 } from '../../../../../answer.ts';
import { walksPage } from '../../walks-page.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context }, params }) => ({
  report: valueOr404(await walkReport(context, params.id, params.walk)),
  ...(await walksPage(context, params.id)),
});

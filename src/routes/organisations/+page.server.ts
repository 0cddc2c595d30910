import { organisationsToManage } from '#partnership/people';
import { valueOr404 } from '../answer.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { context } }) => ({ organisations: valueOr404(await organisationsToManage(context)) });

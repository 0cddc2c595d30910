import { organisationsToManage } from '#partnership/people';
import { valueOr404 } from '../answer.ts';
import type { PageServerLoad } from './$types';

const PAGE = 50;

export const load: PageServerLoad = async ({ locals: { context }, url: { searchParams } }) => {
  const [sought, after] = [searchParams.get('sought') ?? '', searchParams.get('after')];
  const { rows, next } = valueOr404(await organisationsToManage(context, { sought, after, limit: PAGE }));
  return { organisations: rows, next, sought, later: after !== null };
};

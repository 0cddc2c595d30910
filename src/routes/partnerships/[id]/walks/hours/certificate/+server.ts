import { certificate, hoursOfWalker } from '#partnership/walks';
import { organisationOf } from '#platform/access/standing.ts';
import { placeOf } from '#platform/access/assignments.ts';
import { daysOf } from '#pure/walks';
import { valueOr404 } from '../../../../../answer.ts';
import { asDownload } from '../../../../../download.ts';
import { halfOf } from '../../half-years.ts';
import type { RequestHandler } from './$types';

/** A walker's certificate of a half-year, as their association gives it. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { context } = locals;
  const on = context.clock.today();
  const half = halfOf(url, on);
  const { name, ...walked } = valueOr404(await hoursOfWalker(context, params.id, url.searchParams.get('walker') ?? '', half));
  const organisation = organisationOf(context.actor, await placeOf(context, params.id))?.name ?? null;
  const { from, to } = daysOf(half);
  const content = certificate({ ...walked, name: name!, from, to: to < on ? to : on, organisation, on });
  return asDownload({ name: `${content.title}.pdf`, bytes: valueOr404(await locals.documents.pdf(content)) });
};

import { dutiesOfPartnership } from '#partnership/commitments';
import { guard } from '#partnership/people';
import { valueOr404 } from '../../../answer.ts';
import { asTable } from '../../../duty/files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { hide } = await guard(locals.context);
  return asTable(hide(params.id, valueOr404(await dutiesOfPartnership(locals.context, params.id)).duties));
};

import { dutiesOfPartnership, tableOfDuties } from '#partnership/commitments';
import { guard } from '#partnership/people';
import { valueOr404 } from '../../../answer.ts';
import { tableFile } from '../../../table-file.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => {
  const { hide } = await guard(locals.context);
  const { duties } = valueOr404(await dutiesOfPartnership(locals.context, params.id));
  return tableFile(tableOfDuties(hide(params.id, duties)), params.kind);
};

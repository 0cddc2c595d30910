import { dutiesOfPartnership } from '#partnership/commitments';
import { valueOr404 } from '../../../answer.ts';
import { asTable } from '../../../duty/files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) => asTable(valueOr404(await dutiesOfPartnership(locals.context, params.id)).duties);

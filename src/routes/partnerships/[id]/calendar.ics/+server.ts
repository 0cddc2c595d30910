import { calendarEntries } from '#partnership/commitments';
import { valueOr404 } from '../../../answer.ts';
import { asCalendar } from '../../../duty/files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals, params }) =>
  asCalendar(valueOr404(await calendarEntries(locals.context, { agreementId: params.id })), locals.context.clock.now());

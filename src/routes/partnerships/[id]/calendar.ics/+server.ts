import { calendarEntries } from '#partnership/commitments';
import { guard } from '#partnership/people';
import { walkEntries } from '#partnership/walks';
import { valueOr404 } from '../../../answer.ts';
import { asCalendar } from '../../../duty/files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { context }, params }) => {
  const { hide } = await guard(context);
  return asCalendar(hide(params.id, valueOr404(await calendarEntries(context, { agreementId: params.id }))), context.clock.now(), await walkEntries(context, params.id));
};

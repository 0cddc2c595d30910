import { calendarEntries } from '#partnership/commitments';
import { guard } from '#partnership/people';
import { walkEntries } from '#partnership/walks';
import { valueOr404 } from '../answer.ts';
import { asCalendar } from '../duty/files.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { context } }) => {
  const { hide } = await guard(context);
  return asCalendar(valueOr404(await calendarEntries(context, { agreementId: null })).map((entry) => hide(entry.partnership.id, entry)), context.clock.now(), await walkEntries(context, null));
};

import { entriesOfFeed, readerOfFeed } from '#partnership/commitments';
import { guard } from '#partnership/people';
import { walkEntries } from '#partnership/walks';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { valueOr404 } from '../../answer.ts';
import { asCalendar } from '../../duty/files.ts';
import type { RequestHandler } from './$types';

/** A calendar program's way in: it has no session, and the secret in the address says whose duties it may have. */
export const GET: RequestHandler = async ({ locals: { context }, params }) => {
  const entries = valueOr404(await entriesOfFeed(context, params.secret));
  const { reader, agreementId } = valueOr404(await readerOfFeed(context, params.secret));
  const { hide } = await guard(contextFor(context, system('calendar feed')));
  const answer = asCalendar(entries.map((entry) => hide(entry.partnership.id, entry)), context.clock.now(), await walkEntries(reader, agreementId));
  answer.headers.set('cache-control', 'private, no-cache');
  answer.headers.set('referrer-policy', 'no-referrer');
  answer.headers.set('x-robots-tag', 'noindex');
  return answer;
};

import { certificate, ownHours } from '#partnership/walks';
import { refuse } from '#kernel/outcome.ts';
import { valueOr404 } from '../../../answer.ts';
import { asDownload } from '../../../download.ts';
import { walkingContext } from '../../../walking.ts';
import type { RequestHandler } from './$types';

/** A walker's own certificate of all that is still known of what they have walked. */
export const GET: RequestHandler = async (event) => {
  const walker = await walkingContext(event);
  const { name, ...walked } = valueOr404(walker ? await ownHours(walker) : refuse('unauthenticated', 'walks.sign-up-first'));
  if (!name || walked.walks === 0) return valueOr404(refuse('conflict', 'walks.no-hours'));
  const on = event.locals.context.clock.today();
  const content = certificate({ ...walked, name, from: null, to: on, organisation: null, on });
  return asDownload({ name: `${content.title}.pdf`, bytes: valueOr404(await event.locals.documents.pdf(content)) });
};

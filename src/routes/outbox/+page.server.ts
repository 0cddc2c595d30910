import { error } from '@sveltejs/kit';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { fromThisMachine } from '#platform/http/this-machine.ts';
import { restingLetters } from '#platform/mail/outbox.ts';
import * as m from '#messages';
import type { PageServerLoad } from './$types';

/** Letters that cannot leave, for whoever tries Handslag on their own machine. With a mail server, or from afar, there is no such page. */
export const load: PageServerLoad = async (event) => {
  const { context } = event.locals;
  if (context.mail.leaves || !fromThisMachine(event)) error(404, m.error_not_found());
  return { letters: await restingLetters(contextFor(context, system('outbox'))) };
};

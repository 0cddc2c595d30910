import { error } from '@sveltejs/kit';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { fromThisMachine } from '#platform/http/this-machine.ts';
import { restingLetters } from '#platform/mail/outbox.ts';
import { restingSms } from '#platform/sms/outbox.ts';
import * as m from '#messages';
import type { PageServerLoad } from './$types';

/** Letters and text messages that cannot leave, for whoever tries Handslag on their own machine. Where both leave, or from afar, there is no such page. */
export const load: PageServerLoad = async (event) => {
  const { context } = event.locals;
  const { mail, sms } = context;
  if ((mail.leaves && sms.leaves) || !fromThisMachine(event)) error(404, m.error_not_found());
  const house = contextFor(context, system('outbox'));
  return { letters: mail.leaves ? [] : await restingLetters(house), texts: sms.leaves ? [] : await restingSms(house) };
};

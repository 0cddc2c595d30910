import { error, type RequestEvent } from '@sveltejs/kit';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { isLoopback } from '#platform/loopback.ts';
import { restingLetters } from '#platform/mail/outbox.ts';
import * as m from '#messages';
import type { PageServerLoad } from './$types';

/** Letters that cannot leave, for whoever tries Handslag on their own machine. With a mail server, or from afar, there is no such page. */
export const load: PageServerLoad = async (event) => {
  const { context } = event.locals;
  if (context.mail.leaves || !fromThisMachine(event)) error(404, m.error_not_found());
  return { letters: await restingLetters(contextFor(context, system('outbox'))) };
};

/** What a proxy adds to what it passes on: its visitors are elsewhere, though it may sit on this machine itself. */
const PASSED_ON = ['forwarded', 'via', 'x-forwarded-for', 'x-forwarded-host', 'x-real-ip'];

const fromThisMachine = ({ url, request, getClientAddress }: RequestEvent): boolean =>
  isLoopback(url.hostname) && isLoopback(getClientAddress().replace(/^::ffff:/, '')) && !PASSED_ON.some((header) => request.headers.has(header));

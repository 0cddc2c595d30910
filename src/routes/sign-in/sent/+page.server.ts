import { fromThisMachine } from '#platform/http/this-machine.ts';
import { LINK_MINUTES } from '#platform/sign-in/library.ts';
import { ownAddress } from '../own-address.ts';
import type { PageServerLoad } from './$types';

/** The same for everybody, whoever the address belongs to. */
export const load: PageServerLoad = (event) => ({
  to: ownAddress(event.url.searchParams.get('to'), event.locals.visit.origin),
  minutes: LINK_MINUTES,
  // On a machine from which no mail leaves the letter waits in a page of its own.
  outbox: !event.locals.context.mail.leaves && fromThisMachine(event),
});

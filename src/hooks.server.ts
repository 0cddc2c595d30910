import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { type ApartReader, apartReader } from '#partnership/agreement';
import { isLoopback } from '#platform/loopback.ts';
import { logFault } from '#platform/fault-log.ts';
import { dataFolder, type House, openHouse } from '#platform/house.ts';
import { openSignIn, type SignIn } from '#platform/sign-in/sign-in.ts';
import { firstStart } from './first-start.ts';
import { signedIn } from './hooks/signed-in.ts';
import { fromThisMachine } from './routes/from-this-machine.ts';
import { standingWork } from './standing-work.ts';
import { paraglideMiddleware } from './paraglide/server.js';

let house: House;
let reader: ApartReader;
let signIn: SignIn;
let withSamples: boolean;

export const init: ServerInit = async () => {
  house = await openHouse(process.env);
  signIn = openSignIn(house.ports, process.env, dataFolder(process.env));
  reader = apartReader();
  reader.warm();
  process.on('sveltekit:shutdown', async () => {
    reader.close();
    await house.close();
  });
  withSamples = await firstStart(house, reader, process.env);
  standingWork(house.ports, process.env);
};

export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    // Without an address of its own Handslag is for this machine alone, also when a page elsewhere has pointed a name at it.
    if (!isLoopback(event.url.hostname)) return new Response('Handslag answers only on this machine.', { status: 403 });
    event.locals.demo = withSamples && fromThisMachine(event);
    event.locals.reader = reader;
    const inLanguage: typeof resolve = (given) => resolve(given, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
    return signedIn(signIn, { event, resolve: inLanguage });
  });

/** A fault is logged once, here, with a reference that the visitor sees too. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  return { message: 'fault', reference: logFault(`${event.request.method} ${event.url.pathname}`, error) };
};

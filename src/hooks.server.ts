import { randomUUID } from 'node:crypto';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { demoCoordinator, isLoopback } from '#platform/demo.ts';
import { type House, openHouse } from '#platform/house.ts';
import { firstStart } from './first-start.ts';
import { paraglideMiddleware } from './paraglide/server.js';

let house: House;

export const init: ServerInit = async () => {
  house = await openHouse(process.env);
  process.on('sveltekit:shutdown', () => house.close());
  await firstStart(house);
};

export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    // Until people have accounts everyone is the demo coordinator, so only this machine may ask,
    // also when a page elsewhere has pointed a name of its own at it.
    if (!isLoopback(event.url.hostname)) return new Response('Handslag answers only on this machine.', { status: 403 });
    event.locals.context = { ...house.ports, actor: demoCoordinator };
    return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
  });

/** A fault is logged once, here, with a reference that the visitor sees too. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  const reference = randomUUID().slice(0, 8);
  console.error(`[${reference}] ${event.request.method} ${event.url.pathname}`, error);
  return { message: 'fault', reference };
};

import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit/hooks';
import { type ApartReader, apartReader } from '#partnership/agreement';
import { assignmentsOf } from '#platform/access/assignments.ts';
import { system } from '#platform/actor.ts';
import { contextFor } from '#platform/context.ts';
import { isLoopback } from '#platform/loopback.ts';
import { logFault } from '#platform/fault-log.ts';
import { type House, openHouse } from '#platform/house.ts';
import { DEMO_COORDINATOR } from './demo-cast.ts';
import { firstStart } from './first-start.ts';
import { standingWork } from './standing-work.ts';
import { paraglideMiddleware } from './paraglide/server.js';

let house: House;
let reader: ApartReader;

export const init: ServerInit = async () => {
  house = await openHouse(process.env);
  reader = apartReader();
  reader.warm();
  process.on('sveltekit:shutdown', async () => {
    reader.close();
    await house.close();
  });
  await firstStart(house, reader, process.env);
  standingWork(house.ports, process.env);
};

export const handle: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    // Until people have accounts everyone is the demo coordinator, so only this machine may ask,
    // also when a page elsewhere has pointed a name of its own at it.
    if (!isLoopback(event.url.hostname)) return new Response('Handslag answers only on this machine.', { status: 403 });
    const assignments = await assignmentsOf(contextFor(house.ports, system('Handslag')), DEMO_COORDINATOR.id);
    event.locals.context = contextFor(house.ports, { kind: 'person', ...DEMO_COORDINATOR, assurance: 'low', assignments });
    event.locals.reader = reader;
    return resolve(event, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
  });

/** A fault is logged once, here, with a reference that the visitor sees too. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  return { message: 'fault', reference: logFault(`${event.request.method} ${event.url.pathname}`, error) };
};

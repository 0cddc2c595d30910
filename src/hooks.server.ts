import { type Handle, type HandleServerError, sequence, type ServerInit } from '@sveltejs/kit/hooks';
import { type ApartReader, apartReader } from '#partnership/agreement';
import type { Assurance } from '#platform/actor.ts';
import { type DocumentRenderer, documentRenderer } from '#platform/documents/renderer.ts';
import { isLoopback } from '#platform/loopback.ts';
import { logFault } from '#platform/fault-log.ts';
import { dataFolder, type House, openHouse } from '#platform/house.ts';
import { type PhotoCleaner, photoCleaner } from '#platform/photos/cleaner.ts';
import { openSignIn, type SignIn } from '#platform/sign-in/sign-in.ts';
import { fromThisMachine } from '#platform/http/this-machine.ts';
import { REQUEST_ID } from '#platform/http/watch.ts';
import { demandedAssurance } from '#platform/settings/demanded-assurance.ts';
import { mapTiles } from '#platform/settings/map-tiles.ts';
import { publicOrigin } from '#platform/settings/opening.ts';
import { beginMetrics } from '#platform/watch/metrics.ts';
import { type Readiness, readiness } from '#platform/watch/readiness.ts';
import { firstStart } from './first-start.ts';
import { reaching } from './hooks/reaching.ts';
import { signedIn } from './hooks/signed-in.ts';
import { watched } from './hooks/watched.ts';
import { withCharset } from './hooks/with-charset.ts';
import { standingWork } from './standing-work.ts';
import { paraglideMiddleware } from './paraglide/whole/server.js';

let house: House;
let reader: ApartReader;
let documents: DocumentRenderer;
let photos: PhotoCleaner;
let signIn: SignIn;
let demandedToSign: Assurance;
let withSamples: boolean;
let ready: () => Promise<Readiness>;

export const init: ServerInit = async () => {
  house = await openHouse(process.env);
  // Made at the first start: a key that cannot be read or kept stops it, and not the first who is to sign.
  await house.ports.signatures.look();
  signIn = openSignIn(house.ports, process.env, dataFolder(process.env));
  ready = readiness(house.ports);
  beginMetrics(house.ports);
  demandedToSign = demandedAssurance(process.env);
  mapTiles(process.env);
  reader = apartReader();
  documents = documentRenderer();
  photos = photoCleaner();
  process.on('sveltekit:shutdown', async () => {
    reader.close();
    documents.close();
    photos.close();
    await house.close();
  });
  withSamples = await firstStart(house, reader, process.env);
  standingWork(house.ports, process.env);
};

const asWhoTheyAre: Handle = ({ event, resolve }) =>
  paraglideMiddleware(event.request, async ({ locale }) => {
    // Without an address of its own Handslag is for this machine alone, also when a page elsewhere has pointed a name at it.
    if (publicOrigin(process.env) === null && !isLoopback(event.url.hostname)) return new Response('Handslag answers only on this machine.', { status: 403 });
    event.locals.demo = withSamples && fromThisMachine(event);
    event.locals.reader = reader;
    event.locals.documents = documents;
    event.locals.photos = photos;
    event.locals.demandedToSign = demandedToSign;
    const inLanguage: typeof resolve = (given) => resolve(given, { transformPageChunk: ({ html }) => html.replace('%lang%', locale) });
    return signedIn(signIn, { event, resolve: inLanguage });
  });

/** The ground under a map, where the settings say where it lies. */
const tilesForMaps = reaching({
  pages: /^\/partnerships\/\[id\]\/walks\/areas/,
  by: ['img-src', 'connect-src'],
  origin: () => {
    const tiles = mapTiles(process.env);
    return tiles && new URL(tiles.url).origin;
  },
});

/** The service that people go to from the page where they sign. */
const serviceToSign = reaching({ pages: /^\/sign\/\[signature\]$/, by: ['form-action'], origin: () => house.ports.signatures.elsewhere?.origin ?? null });

export const handle: Handle = sequence(
  watched(() => ready()),
  withCharset,
  tilesForMaps,
  serviceToSign,
  asWhoTheyAre,
);

/** A fault is logged once, here, with a reference that the visitor sees too. */
export const handleError: HandleServerError = ({ kind, error, event }) => {
  if (kind !== 'unknown') return;
  return { message: 'fault', reference: logFault(`${event.request.method} ${event.route.id ?? 'nowhere'}`, error, event.request.headers.get(REQUEST_ID) ?? undefined) };
};

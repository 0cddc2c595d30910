import { createServer } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { front, type Handler } from '#platform/http/front.ts';
import { dataFolder } from '#platform/house.ts';
import { lockFolder } from '#platform/folder-lock.ts';
import { mustKnowLevel } from '#platform/log/log.ts';
import { projectRoot } from '#platform/project-root.ts';
import { isOpenToOthers, listensOn, mustBeWhole, publicOrigin } from '#platform/settings/opening.ts';
import { takeSecretFiles } from '#platform/settings/secret-files.ts';
import { StartFailure } from '#platform/start-failure.ts';

/** What the built server says at its start while nobody administers the house, with the secret of the link for the first who will. */
const FIRST_ADMINISTRATOR = 'handslag:first-administrator';

/** The largest upload, in bytes, with room for the form around it. */
const BODY_LIMIT = '21M';

/** The started server: its address, and while nobody administers the house the address that makes the first who does. */
export interface Serving {
  address: string;
  firstAdministrator: string | null;
}

/** Starts the built server. Throws `StartFailure` where it cannot. Stops on Ctrl-C and SIGTERM, also while it starts. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<Serving> {
  const host = listensOn(environment);
  const port = portFrom(environment.PORT);
  takeSecretFiles(environment);
  mustKnowLevel(environment);
  mustBeWhole(environment);
  if (isOpenToOthers(environment)) environment.SAMPLES = 'no';

  const unlock = environment.DATABASE_URL ? async () => {} : await lockFolder(dataFolder(environment));
  const server = createServer();
  const stopping = stopOnSignal(server, unlock);
  let secret: string | null = null;
  process.once(FIRST_ADMINISTRATOR as never, (told: string) => (secret = told));
  try {
    // The port is taken before the database is opened, so that a start that must fail fails fast and touches nothing.
    await listen(server, port, host);
    const handler = builtHandler(environment);
    front(server, handler, publicOrigin(environment));
    await handler;
  } catch (fault) {
    // What breaks because the program is being stopped is no failure: the stop ends it.
    if (stopping.asked) await new Promise(() => {});
    server.close();
    await unlock();
    throw fault;
  }
  const { port: listening } = server.address() as { port: number };
  const address = `http://${host.includes(':') ? `[${host}]` : host}:${listening}`;
  return { address, firstAdministrator: secret && `${environment.ORIGIN || address}/first-administrator?token=${secret}` };
}

function portFrom(written: string | undefined): number {
  const port = Number(written || 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new StartFailure('port-not-a-number', { port: String(written) });
  return port;
}

function listen(server: ReturnType<typeof createServer>, port: number, host: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (fault: NodeJS.ErrnoException) => {
      const code = fault.code === 'EADDRINUSE' ? 'port-in-use' : fault.code === 'EACCES' ? 'port-not-allowed' : null;
      reject(code ? new StartFailure(code, { port: String(port) }) : fault);
    });
    server.listen(port, host, resolve);
  });
}

async function builtHandler(environment: NodeJS.ProcessEnv): Promise<Handler> {
  environment.PROTOCOL_HEADER = 'x-forwarded-proto';
  environment.BODY_SIZE_LIMIT ??= BODY_LIMIT;
  const file = join(projectRoot, 'build/handler.js');
  if (!existsSync(file)) throw new StartFailure('not-built');
  return (await import(pathToFileURL(file).href)).handler;
}

/** Lets what is being answered be answered, for two seconds at most, then closes the house and ends the program. */
function stopOnSignal(server: ReturnType<typeof createServer>, unlock: () => Promise<void>): { asked: boolean } {
  const stopping = { asked: false };
  const stop = async (signal: NodeJS.Signals) => {
    if (stopping.asked) return;
    stopping.asked = true;
    setTimeout(() => server.closeAllConnections(), 2_000).unref();
    await new Promise((closed) => {
      server.close(closed);
      server.closeIdleConnections();
    });
    const closers = process.listeners('sveltekit:shutdown' as never) as unknown as ((reason: string) => Promise<void>)[];
    await Promise.all(closers.map((close) => close(signal)));
    await unlock();
    process.exit(0);
  };
  process.on('SIGINT', stop);
  process.on('SIGTERM', stop);
  return stopping;
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import compression from 'compression';
import { isLoopback } from '#platform/loopback.ts';
import { dataFolder } from '#platform/house.ts';
import { lockFolder } from '#platform/folder-lock.ts';
import { projectRoot } from '#platform/project-root.ts';
import { StartFailure } from '#platform/start-failure.ts';

/** The largest upload, in bytes, with room for the form around it. */
const BODY_LIMIT = '21M';

/** Pages are made smaller on their way; what was packed when it was built passes as it is. */
const compressed = compression() as unknown as Handler;

/** Starts the built server and gives its address. Throws `StartFailure` where it cannot. Stops on Ctrl-C and SIGTERM, also while it starts. */
export async function serve(environment: NodeJS.ProcessEnv): Promise<string> {
  const host = environment.HOST || '127.0.0.1';
  const port = portFrom(environment.PORT);
  if (!isLoopback(host)) throw new StartFailure('demo-beyond-loopback', { host });

  const unlock = environment.DATABASE_URL ? async () => {} : await lockFolder(dataFolder(environment));
  const server = createServer();
  const stopping = stopOnSignal(server, unlock);
  try {
    // The port is taken before the database is opened, so that a start that must fail fails fast and touches nothing.
    await listen(server, port, host);
    const handler = builtHandler(environment);
    server.on('request', (request, response) => void answer(handler, request, response));
    await handler;
  } catch (fault) {
    // What breaks because the program is being stopped is no failure: the stop ends it.
    if (stopping.asked) await new Promise(() => {});
    server.close();
    await unlock();
    throw fault;
  }
  const { port: listening } = server.address() as { port: number };
  return `http://${host.includes(':') ? `[${host}]` : host}:${listening}`;
}

/** Whoever asks while the program starts is answered when it has. */
async function answer(handler: Promise<Handler>, request: IncomingMessage, response: ServerResponse): Promise<void> {
  // The adapter takes the scheme from a header. Nobody but this line sets it: the demo has no proxy in front.
  request.headers['x-forwarded-proto'] = 'http';
  try {
    const answered = await handler;
    compressed(request, response, () => answered(request, response, () => response.writeHead(404).end()));
  } catch {
    // The start has failed and says so itself.
    response.destroy();
  }
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

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

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

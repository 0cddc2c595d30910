import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import compression from 'compression';
import { securityHeaders } from './security-headers.ts';
import { watch } from './watch.ts';

export type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Pages are made smaller on their way; what was packed when it was built passes as it is. */
const compressed = compression() as unknown as Handler;

/** The one address to which a page elsewhere may send a form: whoever has signed at the signing service comes back by one. */
const FROM_ELSEWHERE = /^(?:\/en)?\/sign\/back(?:\?|$)/;

/** Nothing is done there in a visitor's name, so it is never told who they are; then the form counts as one of ours. */
function asOurOwn({ headers }: IncomingMessage, origin: URL | null): void {
  delete headers.cookie;
  headers.origin = origin?.origin ?? `http://${headers.host}`;
}

/**
 * What every request passes before the pages: it is watched, its answer says what browsers may do with it, and it is for
 * the address that people see, `origin`, whatever the way in between has written. Requests that come while the program
 * starts are answered when it has.
 */
export function front(server: Server, handler: Promise<Handler>, origin: URL | null): void {
  const headers = securityHeaders({ https: origin?.protocol === 'https:' });
  server.on('request', async (request, response) => {
    watch(request, response);
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    // The adapter takes the scheme from a header. Nobody but this line sets it.
    request.headers['x-forwarded-proto'] = origin ? origin.protocol.slice(0, -1) : 'http';
    if (origin) request.headers.host = origin.host;
    if (request.method === 'POST' && FROM_ELSEWHERE.test(request.url ?? '')) asOurOwn(request, origin);
    try {
      const answered = await handler;
      compressed(request, response, () => answered(request, response, () => response.writeHead(404).end()));
    } catch {
      // The start has failed and says so itself.
      response.destroy();
    }
  });
  server.on('clientError', (fault: NodeJS.ErrnoException, socket) => {
    if (fault.code === 'ECONNRESET' || !socket.writable) return;
    const lines = Object.entries({ ...headers, connection: 'close', 'content-length': '0' }).map(([name, value]) => `${name}: ${value}`);
    socket.end([`HTTP/1.1 ${STATUS[fault.code ?? ''] ?? '400 Bad Request'}`, ...lines, '', ''].join('\r\n'));
  });
}

/** What was wrong with a request that could not be read as one. */
const STATUS: Record<string, string> = { HPE_HEADER_OVERFLOW: '431 Request Header Fields Too Large', ERR_HTTP_REQUEST_TIMEOUT: '408 Request Timeout' };

import { brotliCompressSync } from 'node:zlib';

/** Scripts as small as they become. It is done once for each: telephones wait for them on slow networks, the server does not change them. */
const packed = new Map<string, Uint8Array<ArrayBuffer>>();

/** A script of ours, as a browser wants it. */
export function scriptAnswer(request: Request, script: string, own: Record<string, string>): Response {
  const headers = { 'content-type': 'text/javascript; charset=utf-8', vary: 'accept-encoding', ...own };
  if (!/\bbr\b/.test(request.headers.get('accept-encoding') ?? '')) return new Response(script, { headers });
  const small = packed.get(script) ?? new Uint8Array(brotliCompressSync(script));
  packed.set(script, small);
  return new Response(small, { headers: { ...headers, 'content-encoding': 'br', 'content-length': String(small.length) } });
}

import { connect } from 'node:net';
import { expect } from 'vitest';
import { test } from '../support/journey.ts';
import { carrying } from '../support/signed-in.ts';

const ALWAYS = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': expect.stringContaining('geolocation=()'),
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-request-id': expect.stringMatching(/^[0-9a-f-]{36}$/),
};

/** Every kind of address: pages, lists, downloads, files, what watches, what is not there, and what is refused. */
const ADDRESSES: { path: string; status: number; ask?: RequestInit }[] = [
  ...['/', '/en', '/new', '/partnerships', '/calendar', '/calendar.csv', '/calendar.ics', '/privacy', '/accessibility', '/styleguide'].map((path) => ({ path, status: 200 })),
  ...['/healthz', '/readyz', '/metrics', '/favicon.svg'].map((path) => ({ path, status: 200 })),
  { path: '/nowhere', status: 404 },
  { path: '/partnerships/00000000-0000-4000-8000-00000000dead', status: 404 },
  { path: '/partnerships/00000000-0000-4000-8000-00000000dead/document', status: 404 },
  { path: '/_app/immutable/nowhere.js', status: 404 },
  { path: '/new/', status: 308 },
  { path: '/%', status: 400 },
  { path: '/favicon.svg', status: 405, ask: { method: 'POST', body: 'x' } },
  { path: '/new', status: 403, ask: { method: 'POST', body: new URLSearchParams({ text: 'x' }), headers: { origin: 'https://elsewhere.example' } } },
  { path: '/new', status: 405, ask: { method: 'PROPFIND' } },
];

for (const { path, status, ask } of ADDRESSES) {
  test(`${ask?.method ?? 'GET'} ${path} answers ${status} and says what a browser may do with it`, async ({ server }) => {
    const answer = await fetch(`${server.address}${path}`, { redirect: 'manual', ...ask, headers: { ...carrying(server.session), ...(ask?.headers as Record<string, string>) } });
    expect(answer.status).toBe(status);
    const body = await answer.arrayBuffer();
    expect(Object.fromEntries(answer.headers)).toMatchObject(ALWAYS);
    if (body.byteLength > 0) expect(answer.headers.get('content-type')).toMatch(/^text\/[^;]+;.*charset=utf-8|^application\/json|^image\/svg\+xml/i);
    const policy = answer.headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("object-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe|\*/);
    if (!path.startsWith('/_app/')) expect(answer.headers.get('cache-control')).toMatch(/no-store/);
    expect(answer.headers.get('strict-transport-security'), 'only over TLS').toBeNull();
    expect(answer.headers.get('server') ?? answer.headers.get('x-powered-by'), 'what it runs on is nobody else’s business').toBeNull();
  });
}

test('a file whose name is its content may be kept for ever, and says the rest as well', async ({ server }) => {
  const page = await (await fetch(`${server.address}/new`, { headers: carrying(server.session) })).text();
  const files = [...page.matchAll(/"(?:\.\/|\/)(_app\/immutable\/[^"]+\.(?:css|js))"/g)].map(([, file]) => file);
  expect(files.length).toBeGreaterThan(1);
  for (const file of files) {
    const answer = await fetch(`${server.address}/${file}`);
    await answer.arrayBuffer();
    expect(answer.status).toBe(200);
    expect(Object.fromEntries(answer.headers)).toMatchObject({ ...ALWAYS, 'cache-control': 'public,max-age=31536000,immutable' });
  }
});

test('a request is not repeated to whoever asks for its trace', async ({ server }) => {
  const said = await raw(server.address, 'TRACE /new HTTP/1.1\r\nhost: localhost\r\nx-secret: one\r\nconnection: close\r\n\r\n');
  expect(said).toMatch(/^HTTP\/1\.1 4/);
  expect(said).not.toContain('x-secret');
});

test('what can not be read as a request is answered with the same care', async ({ server }) => {
  const said = await raw(server.address, 'this is no request\r\n\r\n');
  expect(said).toMatch(/^HTTP\/1\.1 400 /);
  expect(said).toContain('x-content-type-options: nosniff');
  expect(said).toContain("default-src 'none'");
});

test('a page with script keeps the policy also when the address changes under it', async ({ open }) => {
  const page = await open();
  const broken: string[] = [];
  await page.exposeFunction('tell', (what: string) => broken.push(what));
  await page.addInitScript(() => document.addEventListener('securitypolicyviolation', (event) => (globalThis as unknown as { tell: (what: string) => void }).tell(event.violatedDirective)));
  await page.goto('/new');
  await page.locator('#svelte-announcer').waitFor({ state: 'attached' });
  expect(await page.locator('#svelte-announcer').evaluate((announcer) => getComputedStyle(announcer).width)).toBe('1px');
  await page.goto('/partnerships');
  expect(broken).toEqual([]);
});

/** Everything the server says to these bytes before it hangs up. */
async function raw(address: string, bytes: string): Promise<string> {
  const { hostname, port } = new URL(address);
  const socket = connect(Number(port), hostname).setEncoding('latin1');
  socket.write(bytes);
  return (await Array.fromAsync(socket as AsyncIterable<string>)).join('');
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { front } from './front.ts';

vi.spyOn(console, 'log').mockImplementation(() => {});

/** Asks a server behind `origin` with these headers and gives the answer, whose body is the headers that the pages saw. */
async function asked(origin: string | null, headers: Record<string, string>, path = '/', method = 'GET') {
  const server = createServer();
  const pages = (request: IncomingMessage, response: ServerResponse) => void response.end(JSON.stringify(request.headers));
  front(server, Promise.resolve(pages), origin === null ? null : new URL(origin));
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  onTestFinished(() => void server.close());
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, { headers, method });
  return { answer, seen: (await answer.json()) as Record<string, string> };
}

const FORGED = { 'x-forwarded-proto': 'gopher', 'x-forwarded-host': 'evil.example', 'x-request-id': 'forged' };

test('the address that people see is the one that is set, whatever a request says', async () => {
  const { seen, answer } = await asked('https://handslag.granby.example', FORGED);
  expect(seen).toMatchObject({ host: 'handslag.granby.example', 'x-forwarded-proto': 'https' });
  expect(answer.headers.get('strict-transport-security')).not.toBeNull();
});

test('on this machine it is the one that was asked for, over http', async () => {
  const { seen, answer } = await asked(null, FORGED);
  expect(seen.host).toMatch(/^127\.0\.0\.1:\d+$/);
  expect(seen['x-forwarded-proto']).toBe('http');
  expect(answer.headers.get('strict-transport-security')).toBeNull();
});

test('a request has an id of ours, the same inwards and outwards', async () => {
  const { seen, answer } = await asked(null, FORGED);
  expect(seen['x-request-id']).toMatch(/^[0-9a-f-]{36}$/);
  expect(answer.headers.get('x-request-id')).toBe(seen['x-request-id']);
});

test('a form from elsewhere passes as ours at the one address where people come back from signing, and without its visitor', async () => {
  const elsewhere = { origin: 'https://sign.example', cookie: 'session=x' };
  for (const path of ['/sign/back', '/en/sign/back']) {
    const { seen } = await asked('https://handslag.granby.example', elsewhere, path, 'POST');
    expect(seen.origin).toBe('https://handslag.granby.example');
    expect(seen).not.toHaveProperty('cookie');
  }
  for (const [path, method] of [['/sign/back', 'GET'], ['/sign/backwards', 'POST'], ['/sign/back/x', 'POST'], ['/sign//back', 'POST'], ['/', 'POST']]) expect((await asked(null, elsewhere, path, method)).seen, path).toMatchObject(elsewhere);
});

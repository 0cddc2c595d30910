import { expect } from 'vitest';
import { DOORS } from '../access/doors.ts';
import { test } from '../support/journey.ts';
import { carrying } from '../support/signed-in.ts';

/** Where the signing service sends people back by a form of its own. */
const COMING_BACK = '/sign/back';

/** Every other form there is, by its address. */
const FORMS = Object.keys(DOORS)
  .map((door) => door.split(' ') as [route: string, verb: string])
  .filter(([route, verb]) => verb !== 'load' && verb !== 'GET' && route !== COMING_BACK)
  .map(([route, verb]) => `${route.replaceAll(/\[\w+\]/g, '00000000-0000-4000-8000-00000000dead')}${verb === 'default' || verb === 'POST' ? '' : `?/${verb}`}`);

/** What a page elsewhere can have a browser send without asking us first. */
const PLAIN_TYPES = ['application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', 'text/plain', null];

const ELSEWHERE = ['https://evil.example', 'null', null];

test('a form sent from a page elsewhere, or from nowhere, is refused before anyone looks at it', async ({ server }) => {
  expect(FORMS.length).toBeGreaterThan(15);
  for (const form of FORMS) {
    for (const origin of ELSEWHERE) {
      for (const type of PLAIN_TYPES) {
        const body = new Blob(['text=x']);
        const answer = await fetch(`${server.address}${form}`, { method: 'POST', body, redirect: 'manual', headers: { ...(origin && { origin }), ...(type && { 'content-type': type }) } });
        expect({ status: answer.status, told: await answer.text() }, `${form} from ${origin} as ${type}`).toEqual({ status: 403, told: 'Cross-site POST form submissions are forbidden' });
      }
    }
  }
});

test('one that a signing service sends people back by is looked at, and signs in nobody', async ({ server }) => {
  const answer = await fetch(`${server.address}${COMING_BACK}`, { method: 'POST', body: new URLSearchParams({ RelayState: 'x' }), redirect: 'manual', headers: { origin: 'https://sign.example', accept: 'text/html', ...carrying(server.session) } });
  expect([answer.status, answer.headers.getSetCookie()]).toEqual([404, []]);
});

test('the same from our own page is looked at', async ({ server }) => {
  const answer = await fetch(`${server.address}/new`, { method: 'POST', body: new URLSearchParams({ text: '' }), redirect: 'manual', headers: { origin: server.address, accept: 'text/html', ...carrying(server.session) } });
  expect(answer.status).not.toBe(403);
});

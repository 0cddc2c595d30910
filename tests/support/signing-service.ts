import { createHmac } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { signedCms } from '#platform/signatures/cms.ts';
import { openAuthority } from '#platform/signatures/open-authority.ts';
import { pem } from '#platform/signatures/pem.ts';
import type { SignerIdentity } from '#platform/signatures/signer.ts';
import type { Answer, WayThere } from '#platform/signatures/signing-service.ts';

/** What it was asked, as far as it reads it. */
interface Asked {
  reference: string;
  returnTo: string;
  about: string;
  digest: { value: string };
  signer: { name: string; account: string };
}

/** A signing service on this machine, and what it does to what it is asked before it signs. */
export interface SigningServiceTwin {
  settings: { SIGNING_SERVICE_URL: string; SIGNING_SERVICE_ROOTS: string; SIGNING_SERVICE_SECRET: string; SIGNING_SERVICE_NAME: string };
  /** Whom it takes the visitor for; itself it asks nobody anything. */
  signer: (asked: Asked) => string;
  /** Goes there as a browser does, presses its button and gives the form that it sends people back by. */
  through(way: WayThere): Promise<Answer>;
  /** Presses the other button. */
  cancelled(way: WayThere): Promise<Answer>;
  close(): void;
}

const SECRET = 'a secret of the tests between the two, long enough';

/**
 * Starts a real one, with an authority of its own, that speaks the forms of `handslag.sign-request/1`. It is called localhost,
 * so that to a browser it is another site than the house.
 */
export async function signingService({ now = new Date(), name = 'Prövotjänsten' } = {}): Promise<SigningServiceTwin> {
  const folder = mkdtempSync(join(tmpdir(), 'handslag-service-'));
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, 'localhost', listening));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const authority = await openAuthority(join(folder, 'authority'), { name, origin: new URL(origin), now });
  writeFileSync(join(folder, 'roots.pem'), pem('CERTIFICATE', authority.root));

  const answerTo = async (asked: Asked): Promise<Answer> => {
    const person: SignerIdentity = { name: twin.signer(asked), accountId: asked.signer.account, assurance: 'high', signedInBy: origin, signedInAt: now };
    const cms = await signedCms(Buffer.from(asked.digest.value, 'base64'), await authority.issue(person, now));
    return response(asked, { cms: Buffer.from(cms).toString('base64') });
  };
  const pages: Record<string, (form: URLSearchParams) => Promise<string>> = {
    '/': async (form) => {
      const { about, signer } = askedIn(form);
      return page(`${signer.name} skriver under ${about}`, [['/signed', Object.fromEntries(form), 'Skriv under'], ['/cancelled', Object.fromEntries(form), 'Avbryt']]);
    },
    '/signed': async (form) => page('Underskrivet', [[askedIn(form).returnTo, await answerTo(askedIn(form)), 'Tillbaka']]),
    '/cancelled': async (form) => page('Avbrutet', [[askedIn(form).returnTo, response(askedIn(form), { failure: 'cancelled' }), 'Tillbaka']]),
  };
  server.on('request', async (request: IncomingMessage, answer) => {
    if (request.url === '/signing-authority/revocations.crl') return answer.end(await authority.revocationList(now));
    if (request.url === '/signing-authority/root.crl') return answer.end(authority.rootRevocationList);
    if (request.method !== 'POST') return answer.writeHead(405).end();
    const form = new URLSearchParams(await text(request));
    if (form.get('Signature') !== createHmac('sha256', SECRET).update(form.get('SignRequest')!).digest('base64url')) return answer.writeHead(403).end();
    answer.setHeader('content-type', 'text/html; charset=utf-8').end(await pages[request.url!](form));
  });

  const pressed = async ({ action, fields }: WayThere, button: string): Promise<Answer> => {
    const there = async (url: string, form: Answer) => (await fetch(new URL(url, action), { method: 'POST', body: new URLSearchParams(form) })).text();
    await there(action.href, fields);
    const html = await there(button, fields);
    return Object.fromEntries([...html.matchAll(/name="(\w+)" value="([^"]*)"/g)].map(([, field, value]) => [field, value]));
  };
  const twin: SigningServiceTwin = {
    settings: { SIGNING_SERVICE_URL: `${origin}/`, SIGNING_SERVICE_ROOTS: join(folder, 'roots.pem'), SIGNING_SERVICE_SECRET: SECRET, SIGNING_SERVICE_NAME: name },
    signer: (asked) => asked.signer.name,
    through: (way) => pressed(way, '/signed'),
    cancelled: (way) => pressed(way, '/cancelled'),
    close() {
      server.close();
      server.closeAllConnections();
      rmSync(folder, { recursive: true });
    },
  };
  return twin;
}

const askedIn = (form: URLSearchParams): Asked => JSON.parse(Buffer.from(form.get('SignRequest')!, 'base64').toString('utf8')) as Asked;

const response = ({ reference }: Asked, said: { cms: string } | { failure: string }): Answer => ({
  RelayState: reference,
  SignResponse: Buffer.from(JSON.stringify({ format: 'handslag.sign-response/1', reference, ...said })).toString('base64'),
});

const page = (heading: string, forms: [action: string, fields: Answer, button: string][]): string =>
  `<!doctype html><html lang="sv"><title>${escaped(heading)}</title><h1>${escaped(heading)}</h1>${forms
    .map(([action, fields, button]) => `<form method="post" action="${escaped(action)}">${Object.entries(fields).map(([name, value]) => `<input type="hidden" name="${name}" value="${escaped(value)}">`).join('')}<button>${button}</button></form>`)
    .join('')}`;

const escaped = (words: string): string => words.replace(/[&<>"]/g, (character) => `&#${character.charCodeAt(0)};`);

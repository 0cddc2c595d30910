import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Provider } from 'oidc-provider';
import { afterAll } from 'vitest';

/** Whom the provider says that the next visitor is. */
export interface ToldPerson {
  sub: string;
  email?: string;
  email_verified?: boolean;
  name?: string;
  acr?: string;
  amr?: string[];
}

const ACR_VALUES = ['http://id.elegnamnden.se/loa/1.0/loa4', 'http://id.elegnamnden.se/loa/1.0/loa3', 'http://id.elegnamnden.se/loa/1.0/loa2'];

/** A real OpenID provider on this machine. It asks nobody anything: whoever comes is the person it was told. */
export interface OpenIdProvider {
  settings: { OIDC_ISSUER: string; OIDC_CLIENT_ID: string; OIDC_CLIENT_SECRET: string; OIDC_NAME: string; OIDC_ACR_VALUES: string };
  person: ToldPerson;
  /** Follows the way from the house to the provider as a browser does, to where it sends people back. */
  through(url: string): Promise<URL>;
}

/** Starts a provider that sends people back to this address. */
export async function openIdProvider(callback: string): Promise<OpenIdProvider> {
  const server = createServer();
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const state: OpenIdProvider = {
    settings: { OIDC_ISSUER: issuer, OIDC_CLIENT_ID: 'handslag', OIDC_CLIENT_SECRET: 'a secret between the two', OIDC_NAME: 'Granby inloggning', OIDC_ACR_VALUES: ACR_VALUES.join(' ') },
    person: { sub: 'nobody' },
    through: (url) => follow(url, callback),
  };
  const provider = new Provider(issuer, {
    clients: [{ client_id: 'handslag', client_secret: 'a secret between the two', redirect_uris: [callback], application_type: 'web', grant_types: ['authorization_code'], response_types: ['code'] }],
    acrValues: ACR_VALUES,
    claims: { openid: ['sub'], email: ['email', 'email_verified'], profile: ['name'], acr: null, amr: null },
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_ctx, { uid }) => `/told/${uid}` },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, IdToken: 600, Interaction: 600, Session: 600 },
    cookies: { keys: ['a key of the tests'] },
    findAccount: (_ctx, sub) => ({ accountId: sub, claims: async () => ({ ...state.person, sub }) }),
    loadExistingGrant: async (ctx) => {
      const grant = new ctx.oidc.provider.Grant({ clientId: ctx.oidc.client!.clientId, accountId: ctx.oidc.session!.accountId! });
      grant.addOIDCScope('openid email profile');
      grant.addOIDCClaims(['acr', 'amr']);
      await grant.save();
      return grant;
    },
  });
  const answer = provider.callback();
  server.on('request', async (request, response) => {
    if (!request.url?.startsWith('/told/')) return answer(request, response);
    const { sub, acr, amr } = state.person;
    await provider.interactionFinished(request, response, { login: { accountId: sub, acr, amr, remember: false } });
  });
  afterAll(() => new Promise((closed) => void server.close(closed)));
  return state;
}

async function follow(url: string, callback: string): Promise<URL> {
  const cookies = new Map<string, string>();
  let next = new URL(url);
  for (let steps = 0; steps < 8 && !next.href.startsWith(callback); steps += 1) {
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie: [...cookies].map(([name, value]) => `${name}=${value}`).join('; ') } });
    for (const cookie of answer.headers.getSetCookie()) cookies.set(cookie.slice(0, cookie.indexOf('=')), cookie.slice(cookie.indexOf('=') + 1).split(';')[0]);
    const location = answer.headers.get('location');
    if (!location) throw new Error(`${next}: ${answer.status} ${(await answer.text()).slice(0, 400)}`);
    next = new URL(location, next);
  }
  return next;
}

import { createHash } from 'node:crypto';
import { betterAuth } from 'better-auth';
import { genericOAuth, type GenericOAuthUserInfo } from 'better-auth/plugins/generic-oauth';
import { decodeJwt } from 'jose';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { answered, headersFor } from './asking.ts';
import { assuranceOf } from './assurance-map.ts';
import { common } from './library.ts';
import { within } from './limits.ts';
import type { OidcSettings } from './oidc-settings.ts';
import { endSession } from './sessions.ts';
import type { SignIn, Visit } from './sign-in.ts';
import { keepAssurance } from './way-into.ts';

const PROVIDER = 'oidc';

/** Where the provider sends people back. */
const CALLBACK = '/sign-in/oidc/callback';

/** Where the library points when the answer is no; nobody is sent there. */
const NO = '/sign-in/oidc/no';

/** Where to go to sign in with the provider and come back to `to`. With `link`, whoever is signed in ties the provider's identity to their account. */
export async function beginOidc(signIn: SignIn, visit: Visit, { to, link }: { to: string; link: boolean }): Promise<Outcome<{ url: string }>> {
  const allowed = await within(signIn, 'oidc', { network: visit.network });
  if (!allowed.ok) return allowed;
  const library = await libraryWith(signIn, visit.origin);
  if (!library) return refuse('conflict', 'sign-in.provider-away');
  const body = { provider: PROVIDER, callbackURL: to, errorCallbackURL: NO, disableRedirect: true };
  const asked = { body, headers: headersFor(visit), returnHeaders: true } as const;
  const begun = await answered(visit, link ? library.api.linkSocialAccount(asked) : library.api.signInSocial(asked));
  return begun?.url ? done({ url: begun.url }) : refuse('conflict', 'sign-in.provider-away');
}

/**
 * Completes what the provider has answered: a session for an account of the same verified address, or one whose identity is
 * tied to it; gives where to go on. Nobody gets an account this way.
 */
export async function endOidc(signIn: SignIn, visit: Visit, query: Record<string, string>): Promise<Outcome<{ to: string }>> {
  const library = await libraryWith(signIn, visit.origin);
  if (!library) return refuse('conflict', 'sign-in.provider-away');
  const answer = await library.api.callbackOAuth({ method: 'GET', params: { id: PROVIDER }, query, headers: headersFor(visit), asResponse: true });
  const cookies = answer.headers.getSetCookie();
  visit.cookies.push(...cookies);
  const to = new URL(answer.headers.get('location') ?? NO, visit.origin);
  if (to.pathname === NO) return STRANGER.has(to.searchParams.get('error') ?? '') ? refuse('forbidden', 'sign-in.not-invited') : refuse('invalid', 'sign-in.provider-said-no');
  if (visit.sessionId && cookies.some((cookie) => cookie.includes('session_token='))) await endSession(signIn, { accountId: null, sessionId: visit.sessionId });
  return done({ to: to.pathname + to.search });
}

/** What the library says of somebody whom nobody has invited, or whose address nobody has verified. */
const STRANGER = new Set(['signup_disabled', 'account_not_linked', 'email_not_found']);

/** The library with the provider, which is asked about itself first. Null where there is none, or it does not answer. */
async function libraryWith({ house, secret, oidc }: SignIn, origin: string) {
  if (!oidc) return null;
  const told = common(house, { origin, secret });
  const library = betterAuth({
    ...told,
    onAPIError: { errorURL: NO },
    user: { ...told.user, validateUserInfo: ({ source }, endpoint) => keepAssurance(endpoint, assuranceOf(oidc.levels, source.oauth?.profile ?? {})) },
    plugins: [genericOAuth({ config: [providerOf(oidc, origin)] })],
  });
  const { socialProviders } = await library.$context;
  return socialProviders.some(({ id }) => id === PROVIDER) ? library : null;
}

const providerOf = (oidc: OidcSettings, origin: string) => {
  const discoveryUrl = `${oidc.issuer}/.well-known/openid-configuration`;
  return {
    providerId: PROVIDER,
    clientId: oidc.clientId,
    clientSecret: oidc.clientSecret,
    discoveryUrl,
    redirectURI: origin + CALLBACK,
    scopes: ['openid', 'email', 'profile'],
    ...(oidc.acrValues && { authorizationUrlParams: { acr_values: oidc.acrValues } }),
    pkce: true,
    requireIdTokenVerification: true,
    disableSignUp: true,
    accountSubject: ({ profile }: { profile: GenericOAuthUserInfo }) => String(profile.sub),
    getUserInfo: ({ idToken, accessToken }: { idToken?: string; accessToken?: string }) => claimsOf(discoveryUrl, idToken, accessToken),
    mapProfileToUser: (profile: GenericOAuthUserInfo) => addressIn(profile, oidc),
  };
};

/** The claims of the identity token, which the library has verified, with what else the provider tells of the same person. */
async function claimsOf(discoveryUrl: string, idToken?: string, accessToken?: string): Promise<(GenericOAuthUserInfo & { emailVerified: boolean }) | null> {
  if (!idToken) return null;
  const claims = { emailVerified: false, ...decodeJwt<{ email?: string; name?: string }>(idToken) };
  if (claims.email) return claims;
  const { userinfo_endpoint: address } = (await (await fetch(discoveryUrl, { redirect: 'error' })).json()) as { userinfo_endpoint?: string };
  const told = address && (await fetch(address, { redirect: 'error', headers: { authorization: `Bearer ${accessToken}` } }));
  if (!told || !told.ok || !told.headers.get('content-type')?.startsWith('application/json')) return claims;
  const more = (await told.json()) as { sub?: string };
  // OpenID Connect Core 5.3.2: what is told of somebody else is not used.
  return more.sub === claims.sub ? { ...more, ...claims } : claims;
}

/**
 * The verified address of the person. One that is not verified counts as none: it stands as an address that nobody can
 * have, so that the library finds the person by a tied identity or not at all.
 */
function addressIn({ sub, email, email_verified, name }: GenericOAuthUserInfo, { trustsAddresses }: OidcSettings) {
  const known = typeof email === 'string' && (email_verified === true || trustsAddresses);
  return { email: known ? email : `${createHash('sha256').update(String(sub)).digest('hex')}@nobody.invalid`, emailVerified: true, name: typeof name === 'string' ? name : '' };
}

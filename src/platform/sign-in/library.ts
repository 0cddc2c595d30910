import { randomUUID } from 'node:crypto';
import { passkey } from '@better-auth/passkey';
import { APIError, betterAuth, type BetterAuthOptions } from 'better-auth';
import { isAPIError } from 'better-auth/api';
import { magicLink } from 'better-auth/plugins/magic-link';
import { type Context, inTransaction } from '../context.ts';
import { logFault } from '../fault-log.ts';
import { log } from '../log/log.ts';
import { witness } from '../journal.ts';
import { sendingOf } from './sending.ts';
import { wayInto } from './way-into.ts';

/** Minutes for which a mail link is good. */
export const LINK_MINUTES = 15;

const DAY = 86_400;

interface Setting {
  origin: string;
  secret: string;
}

/** The library for what needs nobody elsewhere: sessions, mail links and passkeys. */
export function libraryAt(house: Context, setting: Setting) {
  const { origin } = setting;
  return betterAuth({
    ...common(house, setting),
    plugins: [
      magicLink({ expiresIn: LINK_MINUTES * 60, storeToken: 'hashed', disableSignUp: true, sendMagicLink: async ({ token, metadata }) => sendingOf(metadata)(token) }),
      passkey({
        rpID: new URL(origin).hostname,
        rpName: 'Handslag',
        origin,
        authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
        advanced: { webAuthnChallengeCookie: 'passkey' },
        registration: { afterVerification: ({ verification }) => mustKnowWho(verification.registrationInfo?.userVerified) },
        authentication: { afterVerification: ({ verification }) => mustKnowWho(verification.authenticationInfo.userVerified) },
        schema: {
          passkey: {
            modelName: 'passkey',
            fields: {
              userId: 'account_id',
              publicKey: 'public_key',
              credentialID: 'credential_id',
              deviceType: 'device_type',
              backedUp: 'backed_up',
              createdAt: 'created_at',
            },
          },
        },
      }),
    ],
  });
}

export type Library = ReturnType<typeof libraryAt>;

/** A key that did not ask for a finger, a face or a code says only that somebody had the device. */
function mustKnowWho(userVerified: boolean | undefined): void {
  if (!userVerified) throw new APIError('UNAUTHORIZED', { code: 'USER_NOT_VERIFIED' });
}

/** What the library is told whichever way somebody comes: our tables, our ids, our cookies. Its own addresses are never opened. */
export function common(house: Context, { origin, secret }: Setting) {
  const secure = origin.startsWith('https:');
  return {
    appName: 'Handslag',
    baseURL: origin,
    basePath: '/sign-in',
    secret,
    telemetry: { enabled: false },
    logger: { level: 'error', log: (_level, _message, ...rest) => rest.filter(isFault).forEach((fault) => logFault('sign-in', fault)) },
    database: { db: house.database, type: 'postgres', schemaName: 'sign_in', transaction: false },
    user: {
      modelName: 'holder',
      fields: { emailVerified: 'email_verified', createdAt: 'created_at', updatedAt: 'updated_at' },
      additionalFields: { language: { type: 'string', required: false, input: false } },
    },
    session: {
      fields: { userId: 'account_id', ipAddress: 'ip_address', userAgent: 'user_agent', createdAt: 'created_at', updatedAt: 'updated_at', expiresAt: 'expires_at' },
      additionalFields: { way: { type: 'string', required: false, input: false }, assurance: { type: 'string', required: false, input: false } },
      // Seven days without a visit end a session. Whoever adds a key has signed in within the hour.
      expiresIn: 7 * DAY,
      updateAge: DAY,
      freshAge: 3_600,
      cookieCache: { enabled: false },
    },
    account: {
      modelName: 'identity',
      fields: { userId: 'account_id', providerId: 'provider', accountId: 'subject', createdAt: 'created_at', updatedAt: 'updated_at' },
      updateAccountOnSignIn: false,
      accountLinking: { enabled: true, allowDifferentEmails: true },
    },
    verification: { modelName: 'token', fields: { createdAt: 'created_at', updatedAt: 'updated_at', expiresAt: 'expires_at' } },
    databaseHooks: {
      session: {
        create: {
          before: async (_session, endpoint) => ({ data: wayInto(endpoint) }),
          after: async ({ way, assurance }) => log('info', { event: 'signed-in', way: String(way), assurance: String(assurance) }),
        },
      },
      // What the provider lets us fetch is nothing we need again.
      account: {
        create: {
          before: async () => ({ data: WITHOUT_TOKENS }),
          after: async ({ userId }) => inTransaction(house, (inside) => witness(inside, { what: 'sign-in.identity-tied', agreementId: null, facts: { accountId: userId } })),
        },
      },
    },
    advanced: {
      // Our tables lack on purpose what we never keep: pictures, passwords, the provider's tokens.
      database: { generateId: () => randomUUID(), validateSchema: false },
      ipAddress: { ipAddressHeaders: [NETWORK_HEADER] },
      useSecureCookies: false,
      cookiePrefix: secure ? '__Host-handslag' : 'handslag',
      defaultCookieAttributes: { httpOnly: true, sameSite: 'lax', path: '/', secure },
    },
  } satisfies BetterAuthOptions;
}

const WITHOUT_TOKENS = { accessToken: undefined, refreshToken: undefined, idToken: undefined, accessTokenExpiresAt: undefined, refreshTokenExpiresAt: undefined, scope: undefined };

/** The header in which the library is told the visitor's address. Nobody outside sets it: requests are rewritten for the library. */
export const NETWORK_HEADER = 'x-handslag-network';

/** What nobody foresaw; that a link is spent or a state is not ours is foreseen. */
const isFault = (told: unknown): boolean => told instanceof Error && !isAPIError(told) && !['BetterAuthError', 'StateError'].includes(told.name);

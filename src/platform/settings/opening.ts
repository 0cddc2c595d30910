import { isLoopback } from '../loopback.ts';
import { StartFailure } from '../start-failure.ts';

/** What the program must be told before others may reach it. */
export type Lack = 'origin' | 'origin-without-https' | 'secret' | 'secret-too-short' | 'database' | 'way-in' | 'accessibility-contact' | 'samples';

/** Characters of `HANDSLAG_SECRET`, so that it cannot be guessed. */
const SECRET_LENGTH = 32;

/** The address that people see, from `ORIGIN`; null where nobody has said. Throws `StartFailure` when it is no address. */
export function publicOrigin({ ORIGIN: written }: NodeJS.ProcessEnv): URL | null {
  if (!written) return null;
  const origin = URL.canParse(written) ? new URL(written) : null;
  if (!origin || !/^https?:$/.test(origin.protocol) || origin.href !== `${origin.origin}/`) throw new StartFailure('origin-unreadable', { origin: written });
  return origin;
}

/** True when anyone but this machine is meant to reach the program: by where it listens, or by the address that people see. */
export function isOpenToOthers(environment: NodeJS.ProcessEnv): boolean {
  const origin = publicOrigin(environment);
  return !isLoopback(listensOn(environment)) || (origin !== null && !isLoopback(origin.hostname));
}

/** The address to listen on: `HOST`, else this machine only. */
export const listensOn = ({ HOST }: NodeJS.ProcessEnv): string => HOST || '127.0.0.1';

/** Throws `StartFailure` that names all that is missing, when others are to reach a program that is not whole. */
export function mustBeWhole(environment: NodeJS.ProcessEnv): void {
  const lacks = isOpenToOthers(environment) ? lacking(environment) : [];
  if (lacks.length > 0) throw new StartFailure('half-configured', { lacks: lacks.join(' ') });
}

function lacking(environment: NodeJS.ProcessEnv): Lack[] {
  const { HANDSLAG_SECRET: secret = '', DATABASE_URL, SMTP_URL, MAIL_FROM, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET, ACCESSIBILITY_CONTACT: contact, SAMPLES } = environment;
  const origin = publicOrigin(environment);
  const checks: [boolean, Lack][] = [
    [origin === null, 'origin'],
    [origin !== null && origin.protocol !== 'https:', 'origin-without-https'],
    [secret === '', 'secret'],
    [secret !== '' && secret.length < SECRET_LENGTH, 'secret-too-short'],
    [!DATABASE_URL, 'database'],
    [!(SMTP_URL && MAIL_FROM) && !(OIDC_ISSUER && OIDC_CLIENT_ID && OIDC_CLIENT_SECRET), 'way-in'],
    // Lag (2018:1937) 13 §: the statement says where to report what does not work.
    [!contact?.includes('@'), 'accessibility-contact'],
    [SAMPLES === 'yes', 'samples'],
  ];
  return checks.filter(([lacks]) => lacks).map(([, lack]) => lack);
}

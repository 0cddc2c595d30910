import { isLoopback } from '../loopback.ts';
import { StartFailure } from '../start-failure.ts';

/** A signing service that people are taken to, as the environment says it. */
export interface SigningServiceSettings {
  /** The page that people are sent to by a form. */
  page: URL;
  /** What it is called where people are told that they go there. */
  name: string;
  /** What requests to it are signed with. */
  secret: string;
  /** A PEM file with the roots that its certificates lead to. */
  rootsFile: string;
}

/** Shorter than this a secret can be guessed. */
const LEAST = 32;

/**
 * The service from `SIGNING_SERVICE_URL`, `SIGNING_SERVICE_ROOTS`, `SIGNING_SERVICE_SECRET` and `SIGNING_SERVICE_NAME`; null where
 * nobody has said, and then the house's own authority signs. Throws `StartFailure` where it is half said.
 */
export function signingService({ SIGNING_SERVICE_URL: url, SIGNING_SERVICE_ROOTS: rootsFile, SIGNING_SERVICE_SECRET: secret, SIGNING_SERVICE_NAME: name }: NodeJS.ProcessEnv): SigningServiceSettings | null {
  if (!url && !rootsFile && !secret) return null;
  const page = url && URL.canParse(url) ? new URL(url) : null;
  const isSafe = page !== null && (page.protocol === 'https:' || (page.protocol === 'http:' && isLoopback(page.hostname)));
  if (!isSafe || !rootsFile || !secret || secret.length < LEAST) throw new StartFailure('signing-service-half-set-up');
  return { page, name: name || page.hostname, secret, rootsFile };
}

import { readFileSync } from 'node:fs';
import { StartFailure } from '../start-failure.ts';

/** Settings that nobody but the program should read. Each may come as `NAME_FILE`, the path of a file that holds it. */
const SECRETS = ['DATABASE_URL', 'HANDSLAG_SECRET', 'METRICS_TOKEN', 'OIDC_CLIENT_SECRET', 'SIGNING_SERVICE_SECRET', 'SMS_URL', 'SMTP_URL'] as const;

/**
 * Takes secrets that are given as files into the environment, so that the rest of the program asks in one way.
 * Throws `StartFailure` where a file cannot be read, is empty, or the secret is also given as it is.
 */
export function takeSecretFiles(environment: NodeJS.ProcessEnv): void {
  for (const name of SECRETS) {
    const file = environment[`${name}_FILE`];
    if (!file) continue;
    if (environment[name]) throw new StartFailure('secret-given-twice', { name });
    const secret = contents(name, file);
    if (!secret) throw new StartFailure('secret-file-unreadable', { name, file, reason: 'empty' });
    environment[name] = secret;
  }
}

/** Editors and shells end a file with a new line, which is no part of the secret. */
function contents(name: string, file: string): string {
  try {
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (fault) {
    throw new StartFailure('secret-file-unreadable', { name, file, reason: (fault as NodeJS.ErrnoException).code ?? String(fault) });
  }
}

import { randomBytes } from 'node:crypto';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What sessions and links are signed with: `HANDSLAG_SECRET`, else one made at the first start and kept in the data folder for its owner's eyes only. */
export function secretFrom({ HANDSLAG_SECRET: given }: NodeJS.ProcessEnv, folder: string): string {
  if (given) return given;
  const file = join(folder, 'secret');
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(file, randomBytes(48).toString('base64url'), { flag: 'wx', mode: 0o600 });
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
  }
  return readFileSync(file, 'utf8');
}

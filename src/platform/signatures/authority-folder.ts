import { createPrivateKey } from 'node:crypto';
import { mkdir, mkdtemp, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { StartFailure } from '../start-failure.ts';
import { fromPem, pem } from './pem.ts';
import type { Revoked } from './revocation-list.ts';

/** What is kept of an authority, each as DER. */
export interface KeptAuthority {
  root: Uint8Array;
  issuing: Uint8Array;
  rootRevocationList: Uint8Array;
  issuingKey: Uint8Array;
}

const AUTHORITY = 'authority.pem';
const ROOT_KEY = 'root-key.pem';
const REVOKED = 'revoked.jsonl';

/** A folder that nobody but the program may read, with an authority in it. */
export function authorityFolder(folder: string) {
  const at = (name: string) => join(folder, name);
  return {
    async read(): Promise<KeptAuthority | null> {
      const text = await guarded(folder, () => readPrivate(at(AUTHORITY)));
      return text === null ? null : parsed(text, folder);
    },

    /** Keeps this one, whole or not at all, unless another process was first: then that one is given. */
    async keepFirst({ rootKey, ...kept }: KeptAuthority & { rootKey: Uint8Array }): Promise<KeptAuthority> {
      return guarded(folder, async () => {
        await mkdir(dirname(folder), { recursive: true });
        const draft = await mkdtemp(`${folder}.`);
        await writePrivate(join(draft, ROOT_KEY), pem('PRIVATE KEY', rootKey));
        await writePrivate(join(draft, AUTHORITY), [pem('CERTIFICATE', kept.root), pem('CERTIFICATE', kept.issuing), pem('X509 CRL', kept.rootRevocationList), pem('PRIVATE KEY', kept.issuingKey)].join(''));
        try {
          await rename(draft, folder);
          return kept;
        } catch (fault) {
          await rm(draft, { recursive: true });
          const others = await readPrivate(at(AUTHORITY));
          if (others === null) throw fault;
          return parsed(others, folder);
        }
      });
    },

    revoked: () => revokedIn(at(REVOKED)),

    /** One line for each, put at the end in one write, so that two who write at once both stand. */
    async revoke(revoked: Revoked): Promise<void> {
      if ((await revokedIn(at(REVOKED))).some(({ serialNumber }) => serialNumber === revoked.serialNumber)) return;
      await writeFile(at(REVOKED), `${JSON.stringify(revoked)}\n`, { flag: 'a', mode: 0o600, flush: true });
    },
  };
}

async function revokedIn(file: string): Promise<Revoked[]> {
  const text = await readFile(file, 'utf8').catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return '';
    throw fault;
  });
  return text.split('\n').filter(Boolean).map((line) => JSON.parse(line) as Revoked);
}

function parsed(text: string, folder: string): KeptAuthority {
  const [root, issuing] = fromPem('CERTIFICATE', text);
  const [rootRevocationList] = fromPem('X509 CRL', text);
  const [issuingKey] = fromPem('PRIVATE KEY', text);
  if (!root || !issuing || !rootRevocationList || !issuingKey || !isKey(issuingKey)) throw new StartFailure('authority-unreadable', { folder, reason: AUTHORITY });
  return { root, issuing, rootRevocationList, issuingKey };
}

function isKey(pkcs8: Uint8Array): boolean {
  try {
    return createPrivateKey({ key: Buffer.from(pkcs8), format: 'der', type: 'pkcs8' }).type === 'private';
  } catch {
    return false;
  }
}

/** The text, or null where there is none. A key that others on the machine may read is no secret, and stops the start. */
async function readPrivate(file: string): Promise<string | null> {
  const found = await stat(file).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return null;
    throw fault;
  });
  if (!found) return null;
  if (process.platform !== 'win32' && (found.mode & 0o077) !== 0) throw new StartFailure('authority-open-to-others', { file });
  return readFile(file, 'utf8');
}

async function writePrivate(file: string, text: string): Promise<void> {
  const handle = await open(file, 'wx', 0o600);
  try {
    await handle.writeFile(text);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

async function guarded<T>(folder: string, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof StartFailure) throw fault;
    throw new StartFailure('authority-unreadable', { folder, reason: (fault as NodeJS.ErrnoException).code ?? String(fault) });
  }
}

import { readFileSync } from 'node:fs';
import type { Clock } from '../clock.ts';
import { publicOrigin } from '../settings/opening.ts';
import { signingService } from '../settings/signing-service.ts';
import { StartFailure } from '../start-failure.ts';
import { authorityFolder } from './authority-folder.ts';
import type { Authority } from './authority.ts';
import { fromPem } from './pem.ts';
import type { Signatures } from './signatures.ts';
import type { TimestampAuthority } from './timestamp-authority.ts';

/**
 * Signing as the environment says: `AUTHORITY_NAME` is what the own authority in the folder is called, `TRUSTED_ROOTS` whom
 * else one believes, `TIMESTAMP_URL` with `TIMESTAMP_ROOTS` the time authority, `SIGNING_SERVICE_URL` with what belongs to it
 * who signs instead of the own authority. Throws `StartFailure` where it is half said.
 */
export function openSignatures(folder: string, environment: NodeJS.ProcessEnv, clock: Clock): Signatures {
  const { address, roots: timestampRoots } = timeAuthority(environment);
  const others = environment.TRUSTED_ROOTS ? (certificatesIn(environment.TRUSTED_ROOTS) ?? lacking('trusted-roots-unreadable', environment.TRUSTED_ROOTS)) : [];
  const outside = signingService(environment);
  const serviceRoots = outside ? (certificatesIn(outside.rootsFile) ?? lacking('trusted-roots-unreadable', outside.rootsFile)) : [];
  let opened: Promise<Authority> | null = null;
  const authority = () => (opened ??= open(folder, environment, clock));
  return {
    authority,
    // What it takes to sign is loaded by the first who does.
    look: async () => void ((await authorityFolder(folder).read()) ?? (await authority())),
    service: async () =>
      outside
        ? (await import('./form-signing-service.ts')).formSigningService(outside, serviceRoots)
        : (await import('./own-signing-service.ts')).ownSigningService(await authority()),
    elsewhere: outside && { name: outside.name, origin: outside.page.origin },
    timestamps: address && asked(address),
    async trust(at) {
      const own = await authority();
      return { roots: [own.root, ...serviceRoots, ...others], timestampRoots, revocationLists: [own.rootRevocationList, await own.revocationList(at)], at };
    },
  };
}

async function open(folder: string, environment: NodeJS.ProcessEnv, clock: Clock): Promise<Authority> {
  const { openAuthority } = await import('./open-authority.ts');
  const origin = publicOrigin(environment);
  return openAuthority(folder, { name: environment.AUTHORITY_NAME || (origin ? `Handslag ${origin.hostname}` : 'Handslag'), origin, now: clock.now() });
}

function timeAuthority({ TIMESTAMP_URL: written, TIMESTAMP_ROOTS: file }: NodeJS.ProcessEnv): { address: URL | null; roots: Uint8Array[] } {
  if (!written && !file) return { address: null, roots: [] };
  const address = written && URL.canParse(written) ? new URL(written) : null;
  const roots = file ? certificatesIn(file) : null;
  if (!address || !/^https?:$/.test(address.protocol) || !roots) throw new StartFailure('timestamps-half-set-up');
  return { address, roots };
}

const asked = (address: URL): TimestampAuthority => {
  const there = async () => (await import('./timestamps/http.ts')).httpTimestamps(address);
  return { stamp: async (hash) => (await there()).stamp(hash), ready: async () => (await there()).ready() };
};

/** The certificates of a PEM file; null where there is none to read. */
function certificatesIn(file: string): Uint8Array[] | null {
  try {
    const certificates = fromPem('CERTIFICATE', readFileSync(file, 'utf8'));
    return certificates.length > 0 ? certificates : null;
  } catch {
    return null;
  }
}

function lacking(code: 'trusted-roots-unreadable', file: string): never {
  throw new StartFailure(code, { file });
}

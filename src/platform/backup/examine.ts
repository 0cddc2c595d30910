import { createHash } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { DamagedArchive, partsIn } from './archive.ts';
import { MANIFEST, type Manifest, manifestSchema, partOf } from './manifest.ts';

/** Reads the whole archive and gives its manifest when every part is there and is what it was. Holds one part at a time at most. */
export async function examine(file: string): Promise<Outcome<Manifest>> {
  try {
    return done(await examined(file));
  } catch (fault) {
    if (fault instanceof DamagedArchive) return refuse('invalid', 'backup.archive-damaged', { facts: { file } });
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('not-found', 'cli.file-not-found', { facts: { file } });
    if (code === 'EACCES' || code === 'EPERM') return refuse('forbidden', 'cli.file-not-allowed', { facts: { file } });
    if (code === 'EISDIR') return refuse('invalid', 'cli.file-is-a-folder', { facts: { file } });
    throw fault;
  }
}

async function examined(file: string): Promise<Manifest> {
  const parts = new Map<string, string>();
  const files = { count: 0, names: createHash('sha256') };
  let manifest: Manifest | null = null;
  for await (const part of partsIn(file)) {
    if (manifest) throw new DamagedArchive('there is more after the manifest');
    if (part.name === MANIFEST) {
      manifest = read(await buffer(part.bytes));
      continue;
    }
    for await (const _ of part.bytes);
    const of = partOf(part.name);
    if (!of) throw new DamagedArchive(`${part.name} belongs to no archive`);
    if (!('file' in of)) parts.set(part.name, part.sha256());
    else {
      if (part.sha256() !== of.file) throw new DamagedArchive(`${part.name} has changed`);
      files.count += 1;
      files.names.update(`${of.file}\n`);
    }
  }
  if (!manifest) throw new DamagedArchive('it has no manifest');
  const told = [...manifest.tables.flatMap((table) => table.parts), ...manifest.authority];
  const whole = told.length === parts.size && told.every(({ name, sha256 }) => parts.get(name) === sha256);
  if (!whole || files.count !== manifest.files.count || files.names.digest('hex') !== manifest.files.sha256) throw new DamagedArchive('parts are missing or have changed');
  return manifest;
}

function read(bytes: Buffer): Manifest {
  try {
    return manifestSchema.parse(JSON.parse(bytes.toString()));
  } catch (cause) {
    throw new DamagedArchive('its manifest cannot be read', { cause });
  }
}

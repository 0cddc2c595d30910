import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { extract } from 'tar-stream';

/** A part of an archive as it is read. Whoever asks for the next has read this one. */
export interface Part {
  name: string;
  bytes: AsyncIterable<Buffer>;
  /** The SHA-256 of what has been read of it. */
  sha256(): string;
}

/** The parts of an archive in order. Throws `DamagedArchive` where the file is no archive or breaks off. */
export async function* partsIn(file: string): AsyncIterable<Part> {
  const entries = extract();
  const read = pipeline(createReadStream(file), createGunzip(), entries).catch((fault) => fault as NodeJS.ErrnoException);
  try {
    for await (const entry of entries) {
      const hash = createHash('sha256');
      const bytes = hashed(entry as AsyncIterable<Buffer>, hash);
      yield { name: entry.header.name, bytes, sha256: () => hash.digest('hex') };
      for await (const _ of bytes);
    }
  } catch (fault) {
    throw damageOr(fault as NodeJS.ErrnoException);
  }
  const fault = await read;
  if (fault) throw damageOr(fault);
}

/** The file is not what was written when the archive was made. */
export class DamagedArchive extends Error {}

/** Faults that say something of the disk rather than of what is on it. */
const OF_THE_DISK = new Set(['ENOENT', 'EACCES', 'EPERM', 'EISDIR', 'EIO', 'ENOTDIR']);

const damageOr = (fault: NodeJS.ErrnoException): Error => (fault instanceof DamagedArchive || OF_THE_DISK.has(fault.code ?? '') ? fault : new DamagedArchive(fault.message, { cause: fault }));

async function* hashed(chunks: AsyncIterable<Buffer>, hash: ReturnType<typeof createHash>): AsyncIterable<Buffer> {
  try {
    for await (const chunk of chunks) {
      hash.update(chunk);
      yield chunk;
    }
  } catch (fault) {
    // Told here as well: whoever reads a part that breaks off hears of it before the archive does.
    throw damageOr(fault as NodeJS.ErrnoException);
  }
}

import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { fileTooLarge, LIMITS } from '#partnership/agreement';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Terminal } from './terminal.ts';

/** A file from the disk, or what is piped in where the name is `-`. Large files are refused before they are read. */
export async function bytesOf(name: string, terminal: Terminal): Promise<Outcome<Uint8Array>> {
  return name === '-' ? done(new Uint8Array(await buffer(terminal.streams.stdin))) : fromDisk(name);
}

async function fromDisk(name: string): Promise<Outcome<Uint8Array>> {
  try {
    const found = await stat(name);
    if (found.isDirectory()) return refuse('invalid', 'cli.file-is-a-folder', { facts: { file: name } });
    if (found.size > LIMITS.fileBytes) return fileTooLarge();
    return done(await readFile(name));
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('not-found', 'cli.file-not-found', { facts: { file: name } });
    if (code === 'EACCES' || code === 'EPERM') return refuse('forbidden', 'cli.file-not-allowed', { facts: { file: name } });
    throw fault;
  }
}

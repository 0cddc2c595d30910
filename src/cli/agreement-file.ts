import { readFile, stat } from 'node:fs/promises';
import { buffer } from 'node:stream/consumers';
import { type ApartReader, apartReader, fileTooLarge, LIMITS, type ReadFile } from '#partnership/agreement';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import type { Terminal } from './terminal.ts';
import { tellRefusals } from './unreadable.ts';

/** Reads a file from the disk, or what is piped in where the name is `-`. Large files are refused before they are read. */
export async function agreementFile(reader: ApartReader, name: string, terminal: Terminal): Promise<Outcome<ReadFile>> {
  const bytes = name === '-' ? done(new Uint8Array(await buffer(terminal.streams.stdin))) : await bytesOf(name);
  return bytes.ok ? reader.read(bytes.value) : bytes;
}

/** The one file a command is about, read; null when it could not be and the terminal has been told why. */
export async function onlyFile(name: string, terminal: Terminal): Promise<ReadFile | null> {
  const reader = apartReader();
  const found = await agreementFile(reader, name, terminal).finally(() => reader.close());
  if (found.ok) return found.value;
  tellRefusals(name, found.refusals, terminal);
  return null;
}

async function bytesOf(name: string): Promise<Outcome<Uint8Array>> {
  try {
    const { size, ...about } = await stat(name).then((found) => ({ size: found.size, isFolder: found.isDirectory() }));
    if (about.isFolder) return refuse('invalid', 'cli.file-is-a-folder', { facts: { file: name } });
    if (size > LIMITS.fileBytes) return fileTooLarge();
    return done(await readFile(name));
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return refuse('not-found', 'cli.file-not-found', { facts: { file: name } });
    if (code === 'EACCES' || code === 'EPERM') return refuse('forbidden', 'cli.file-not-allowed', { facts: { file: name } });
    throw fault;
  }
}

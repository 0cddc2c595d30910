import { type ApartReader, apartReader, type ReadFile } from '#partnership/agreement';
import type { Outcome } from '#kernel/outcome.ts';
import { bytesOf } from './bytes-of.ts';
import type { Terminal } from './terminal.ts';
import { tellRefusals } from './unreadable.ts';

/** Reads a file from the disk, or what is piped in where the name is `-`. */
export async function agreementFile(reader: ApartReader, name: string, terminal: Terminal): Promise<Outcome<ReadFile>> {
  const bytes = await bytesOf(name, terminal);
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

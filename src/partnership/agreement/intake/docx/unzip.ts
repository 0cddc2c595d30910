import { type UnzipFileInfo, unzipSync } from 'fflate';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { LIMITS } from '../limits.ts';

/** A package whose directory has been read and found reasonable; parts are unpacked when asked for. */
export interface Package {
  names: Set<string>;
  /** The bytes of a part, or null where there is none of that name. */
  part: (name: string) => Uint8Array | null;
}

/**
 * Opens a zip package. A package that would unpack to more than the limits is refused before anything is unpacked:
 * the unpacking itself writes no more than the directory promised.
 */
export function openPackage(bytes: Uint8Array): Outcome<Package> {
  const names = new Set<string>();
  let total = 0;
  let isBomb = false;
  const look = (entry: UnzipFileInfo): boolean => {
    names.add(entry.name);
    total += entry.originalSize;
    isBomb ||= names.size > LIMITS.entries || total > LIMITS.packageBytes || isSwollen(entry);
    if (isBomb) throw new TooLarge();
    return false;
  };
  try {
    unzipSync(bytes, { filter: look });
  } catch (fault) {
    if (fault instanceof TooLarge) return refuse('invalid', 'agreement.docx-unpacks-too-large', { path: 'file' });
    return refuse('invalid', 'agreement.file-is-broken', { path: 'file' });
  }
  const part = (name: string) => unzipSync(bytes, { filter: (entry) => entry.name === name && isReadable(entry) })[name] ?? null;
  return done({ names, part });
}

/** Thrown when a package, or a part that is asked for, would unpack to more than the limits. */
export class TooLarge extends Error {}

function isReadable(entry: UnzipFileInfo): boolean {
  if (entry.originalSize > LIMITS.partBytes) throw new TooLarge();
  return true;
}

const isSwollen = (entry: UnzipFileInfo): boolean =>
  entry.originalSize > 1024 * 1024 && entry.originalSize > entry.size * LIMITS.ratio;

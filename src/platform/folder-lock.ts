import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isStartFailure, StartFailure } from './start-failure.ts';

/**
 * Takes the folder for this process, so that two never write the same embedded database, and gives the way to let go.
 * The lock names its process: one left behind by a process that was killed is taken over.
 * Throws `StartFailure` when another process has it or the folder cannot be written.
 */
export async function lockFolder(folder: string): Promise<() => Promise<void>> {
  const lock = join(folder, 'handslag.lock');
  try {
    await makeFolder(folder);
    await takeLock(lock);
  } catch (fault) {
    if (isStartFailure(fault)) throw fault;
    throw new StartFailure('data-folder-unwritable', { folder, reason: (fault as NodeJS.ErrnoException).code ?? String(fault) });
  }
  return () => rm(lock, { force: true });
}

/**
 * Makes the folder and those it lies in. Node's own way tries for ever where one can neither be made nor is missing anything
 * above it: in `/proc`, where every name that is not there stays so.
 */
async function makeFolder(folder: string): Promise<void> {
  if (await made(folder)) return;
  await makeFolder(dirname(folder));
  if (!(await made(folder))) throw Object.assign(new Error(`${folder} cannot be made`), { code: 'ENOENT' });
}

/** False where a folder above it is missing. */
async function made(folder: string): Promise<boolean> {
  try {
    await mkdir(folder);
  } catch (fault) {
    const { code } = fault as NodeJS.ErrnoException;
    if (code === 'ENOENT' && dirname(folder) !== folder) return false;
    if (code !== 'EEXIST') throw fault;
  }
  return true;
}

/** The lock comes into being with its process in it, so that a start killed at that moment leaves none that is empty. */
async function takeLock(lock: string): Promise<void> {
  const draft = `${lock}.${process.pid}`;
  await writeFile(draft, String(process.pid));
  try {
    await link(draft, lock);
  } catch (fault) {
    if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    const holder = Number(await readFile(lock, 'utf8'));
    if (isRunning(holder)) throw new StartFailure('data-folder-in-use', { folder: lock, process: String(holder) });
    await rm(lock, { force: true });
    await takeLock(lock);
  } finally {
    await rm(draft, { force: true });
  }
}

function isRunning(holder: number): boolean {
  if (!holder || holder === process.pid) return false;
  try {
    process.kill(holder, 0);
    return true;
  } catch (fault) {
    return (fault as NodeJS.ErrnoException).code === 'EPERM';
  }
}

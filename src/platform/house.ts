import { join } from 'node:path';
import { wallClock } from './clock.ts';
import type { Ports } from './context.ts';
import { openDatabase } from './database/open.ts';
import { localDisk } from './files/local-disk.ts';
import { projectRoot } from './project-root.ts';

/** The running program's ports, opened once and closed once. */
export interface House {
  ports: Ports;
  close(): Promise<void>;
}

/** Where data is kept on this machine: `DATA_DIR`, else `data` in the checkout. */
export const dataFolder = (environment: NodeJS.ProcessEnv): string => environment.DATA_DIR || join(projectRoot, 'data');

/** Opens the database and the file store the environment names. Throws `StartFailure` when one cannot be reached. */
export async function openHouse(environment: NodeJS.ProcessEnv): Promise<House> {
  const folder = dataFolder(environment);
  const data = await openDatabase(environment.DATABASE_URL ? { url: environment.DATABASE_URL } : { folder: join(folder, 'database') });
  return {
    ports: { data, files: localDisk(join(folder, 'files')), clock: wallClock },
    close: () => data.close(),
  };
}

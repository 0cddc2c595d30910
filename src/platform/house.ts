import { join } from 'node:path';
import { wallClock } from './clock.ts';
import type { Ports } from './context.ts';
import { openDatabase } from './database/open.ts';
import { localDisk } from './files/local-disk.ts';
import { withJobs } from './jobs/jobs.ts';
import { openMail } from './mail/open.ts';
import { projectRoot } from './project-root.ts';

/** The running program's ports, opened once and closed once. */
export interface House {
  ports: Ports;
  close(): Promise<void>;
}

/** Where data is kept on this machine: `DATA_DIR`, else `data` in the checkout. */
export const dataFolder = (environment: NodeJS.ProcessEnv): string => environment.DATA_DIR || join(projectRoot, 'data');

/** Opens the database, the file store and the mail that the environment names; jobs are begun by whoever serves. Throws `StartFailure` when one cannot be reached. */
export async function openHouse(environment: NodeJS.ProcessEnv): Promise<House> {
  const folder = dataFolder(environment);
  const mail = openMail(environment);
  const data = await openDatabase(environment.DATABASE_URL ? { url: environment.DATABASE_URL } : { folder: join(folder, 'database') });
  const ports = withJobs({ data, files: localDisk(join(folder, 'files')), clock: wallClock, mail });
  return {
    ports,
    async close() {
      await ports.jobs.stop();
      await data.close();
    },
  };
}

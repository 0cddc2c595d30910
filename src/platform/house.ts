import { join } from 'node:path';
import { wallClock } from './clock.ts';
import type { Ports } from './context.ts';
import { openDatabase } from './database/open.ts';
import { localDisk } from './files/local-disk.ts';
import { withJobs } from './jobs/jobs.ts';
import { openMail } from './mail/open.ts';
import { projectRoot } from './project-root.ts';
import { openSignatures } from './signatures/open.ts';
import { openSms } from './sms/open.ts';

/** The running program's ports, opened once and closed once. */
export interface House {
  ports: Ports;
  close(): Promise<void>;
}

/** Where data is kept on this machine: `DATA_DIR`, else `data` in the checkout. */
export const dataFolder = (environment: NodeJS.ProcessEnv): string => environment.DATA_DIR || join(projectRoot, 'data');

/** The database that the environment names: PostgreSQL, else the embedded one in the data folder. */
export const databaseHome = (environment: NodeJS.ProcessEnv): { url: string } | { folder: string } =>
  environment.DATABASE_URL ? { url: environment.DATABASE_URL } : { folder: join(dataFolder(environment), 'database') };

export const filesFolder = (environment: NodeJS.ProcessEnv): string => join(dataFolder(environment), 'files');

export const authorityFolder = (environment: NodeJS.ProcessEnv): string => join(dataFolder(environment), 'authority');

/** Opens the database, the file store, the mail, the text messages and the signing that the environment names; jobs are begun by whoever serves. Throws `StartFailure` when one cannot be reached. */
export async function openHouse(environment: NodeJS.ProcessEnv): Promise<House> {
  const mail = openMail(environment);
  const sms = openSms(environment);
  const signatures = openSignatures(authorityFolder(environment), environment, wallClock);
  const data = await openDatabase(databaseHome(environment));
  const ports = withJobs({ data, files: localDisk(filesFolder(environment)), clock: wallClock, mail, signatures, sms });
  return {
    ports,
    async close() {
      await ports.jobs.stop();
      await data.close();
    },
  };
}

import { type OwnedDatabase, openAsOwner } from '../database/open.ts';
import type { Files } from '../files/files.ts';
import { localDisk } from '../files/local-disk.ts';
import { lockFolder } from '../folder-lock.ts';
import { authorityFolder, databaseHome, dataFolder, filesFolder } from '../house.ts';

/** All that a house keeps, with its owner's rights, for as long as it is copied or filled. */
export interface Stores {
  owner: OwnedDatabase;
  files: Files;
  /** The folder of what the house signs by. */
  authority: string;
  close(): Promise<void>;
}

/** Opens the stores that the environment names. Throws `StartFailure` where they cannot be reached or another process has the embedded database. */
export async function openStores(environment: NodeJS.ProcessEnv): Promise<Stores> {
  const unlock = environment.DATABASE_URL ? async () => {} : await lockFolder(dataFolder(environment));
  try {
    const owner = await openAsOwner(databaseHome(environment));
    return {
      owner,
      files: localDisk(filesFolder(environment)),
      authority: authorityFolder(environment),
      async close() {
        await owner.close();
        await unlock();
      },
    };
  } catch (fault) {
    await unlock();
    throw fault;
  }
}

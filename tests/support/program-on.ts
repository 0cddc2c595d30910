import { expect } from 'vitest';
import { layDatabaseIn } from './migrated-folder.ts';
import { dataFolder, type Program, started } from './running-server.ts';

/** A running program, what was laid out for it, and its end: a clean one, or the test fails. */
interface ProgramOn<Laid> {
  laid: Laid;
  server: Program & { at: string };
  end(): Promise<void>;
}

/** Starts the program with these settings on a folder with a migrated database, in which `lay` has laid out what the story begins with. */
export async function programOn<Laid>(settings: Record<string, string>, lay: (folder: string) => Promise<Laid>): Promise<ProgramOn<Laid>> {
  const { folder, clear } = await dataFolder();
  await layDatabaseIn(folder);
  const laid = await lay(folder);
  const server = await started({ ...settings, DATA_DIR: folder });
  return {
    laid,
    server,
    async end() {
      const ended = await server.stop('SIGTERM');
      await clear();
      expect(ended).toEqual({ code: 0, errors: '' });
    },
  };
}

import * as m from '#messages';
import { wallClock } from '#platform/clock.ts';
import { contentsOf } from '#platform/backup/manifest.ts';
import { writeBackup } from '#platform/backup/write.ts';
import manifest from '../../package.json' with { type: 'json' };
import type { Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { withStores } from './stores.ts';
import type { Terminal } from './terminal.ts';

/** `handslag backup FILE`: everything the house keeps, in one archive. */
export const backup = ({ files: [file] }: Request, terminal: Terminal): Promise<ExitCode> =>
  withStores(
    file!,
    terminal,
    ({ owner, files, authority }) => writeBackup(file!, { database: owner.database, files, authority, clock: wallClock, program: manifest.version }),
    (written) => m.cli_backup_done({ file: file!, ...contentsOf(written) }),
  );

import * as m from '#messages';
import { contentsOf } from '#platform/backup/manifest.ts';
import { restoreBackup } from '#platform/backup/restore.ts';
import type { Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { withStores } from './stores.ts';
import type { Terminal } from './terminal.ts';

/** `handslag restore FILE`: an empty house becomes what the archive holds. */
export const restore = ({ files: [file] }: Request, terminal: Terminal): Promise<ExitCode> =>
  withStores(
    file!,
    terminal,
    (stores) => restoreBackup(file!, stores),
    (restored) => m.cli_restore_done({ at: restored.at.slice(0, 10), ...contentsOf(restored) }),
  );

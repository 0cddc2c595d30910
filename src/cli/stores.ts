import type { Outcome } from '#kernel/outcome.ts';
import { openStores, type Stores } from '#platform/backup/stores.ts';
import { takeSecretFiles } from '#platform/settings/secret-files.ts';
import { isStartFailure } from '#platform/start-failure.ts';
import type { ExitCode } from './exit-code.ts';
import { startFailureWords } from './start-failure-words.ts';
import type { Terminal } from './terminal.ts';
import { tellRefusals } from './unreadable.ts';

/** Does work on all that the house keeps, tells of it in one line, and closes what was opened whatever happens. */
export async function withStores<T>(name: string, terminal: Terminal, work: (stores: Stores) => Promise<Outcome<T>>, told: (value: T) => string): Promise<ExitCode> {
  try {
    takeSecretFiles(process.env);
    const stores = await openStores(process.env);
    const outcome = await work(stores).finally(() => stores.close());
    if (outcome.ok) terminal.say(told(outcome.value));
    else tellRefusals(name, outcome.refusals, terminal);
    return outcome.ok ? 0 : 2;
  } catch (fault) {
    if (!isStartFailure(fault)) throw fault;
    terminal.complain(startFailureWords(fault));
    return 1;
  }
}

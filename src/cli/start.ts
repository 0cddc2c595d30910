import * as m from '#messages';
import { isStartFailure } from '#platform/start-failure.ts';
import type { Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { serve } from './serve.ts';
import { startFailureWords } from './start-failure-words.ts';
import type { Terminal } from './terminal.ts';

/** `handslag serve`: the program for the browser. */
export async function start(_request: Request, terminal: Terminal): Promise<ExitCode> {
  try {
    const { address, firstAdministrator } = await serve(process.env);
    terminal.say(m.cli_serving({ address }));
    if (firstAdministrator) terminal.say(m.cli_first_administrator({ address: firstAdministrator }));
    return 0;
  } catch (fault) {
    if (!isStartFailure(fault)) throw fault;
    terminal.complain(startFailureWords(fault));
    process.exit(1);
  }
}

import * as m from '#messages';
import { serve } from './serve.ts';
import type { Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

/** `handslag serve`: the program for the browser. */
export async function start(_request: Request, terminal: Terminal): Promise<ExitCode> {
  terminal.say(m.cli_serving({ address: await serve(process.env) }));
  return 0;
}

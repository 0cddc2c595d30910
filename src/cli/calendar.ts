import type { Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import type { Terminal } from './terminal.ts';

export async function calendar(_request: Request, _terminal: Terminal): Promise<ExitCode> {
  return 2;
}

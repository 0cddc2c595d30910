import * as m from '#messages';
import { overwriteGetLocale } from '#locale';
import { calendar } from './calendar.ts';
import { check } from './check.ts';
import { type Command, commandLine, type Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { help } from './help.ts';
import { read } from './read.ts';
import { start } from './start.ts';
import { type Streams, Terminal } from './terminal.ts';

const COMMANDS = { read, check, calendar, serve: start } as const satisfies Record<Command, (request: Request, terminal: Terminal) => Promise<ExitCode>>;

/** Does what the words on the command line ask for and gives the exit code. */
export async function handslag(words: string[], streams: Streams): Promise<ExitCode> {
  const terminal = new Terminal(streams);
  const asked = commandLine(words);
  overwriteGetLocale(() => asked.language);
  if ('problem' in asked) {
    terminal.complain(asked.problem());
    terminal.complain(m.cli_see_help());
    return 2;
  }
  if (asked.wants === 'help') terminal.say(help(terminal));
  else if (asked.wants === 'version') terminal.say(asked.version);
  else return COMMANDS[asked.wants.command](asked.wants, terminal);
  return 0;
}

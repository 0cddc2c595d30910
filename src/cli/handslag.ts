import * as m from '#messages';
import { overwriteGetLocale } from '#locale';
import { type Command, commandLine, type Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { help } from './help.ts';
import { type Streams, Terminal } from './terminal.ts';

/** Loaded only when asked for: help does not wait for the reader, nor reading for the server. */
const COMMANDS = {
  read: async () => (await import('./read.ts')).read,
  check: async () => (await import('./check.ts')).check,
  calendar: async () => (await import('./calendar.ts')).calendar,
  journal: async () => (await import('./journal.ts')).journal,
  validate: async () => (await import('./validate.ts')).validate,
  serve: async () => (await import('./start.ts')).start,
  backup: async () => (await import('./backup.ts')).backup,
  restore: async () => (await import('./restore.ts')).restore,
} as const satisfies Record<Command, () => Promise<(request: Request, terminal: Terminal) => Promise<ExitCode>>>;

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
  else {
    const command = await COMMANDS[asked.wants.command]();
    return command(asked.wants, terminal);
  }
  return 0;
}

import { saidAgain } from '#pure/agreement';
import { onlyFile } from './agreement-file.ts';
import type { Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { showReading } from './show/reading.ts';
import type { Terminal } from './terminal.ts';
import { tellNotes } from './unreadable.ts';

/** `handslag read FILE`: the facts of an agreement, each with its line; with `--json` the object `handslag.agreement/1`. */
export async function read({ files, form }: Request, terminal: Terminal): Promise<ExitCode> {
  const name = files[0]!;
  const found = await onlyFile(name, terminal);
  if (!found) return 2;
  const { notes, text } = found;
  const reading = { ...found.reading, findings: saidAgain(found.reading.findings) };
  if (form === 'json') terminal.say(JSON.stringify(reading, null, 2));
  else terminal.say(showReading({ name, text, reading }, terminal));
  tellNotes(name, notes, terminal);
  return 0;
}

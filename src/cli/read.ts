import { apartReader } from '#partnership/agreement';
import { sayAgain } from '#pure/agreement';
import { agreementFile } from './agreement-file.ts';
import type { Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { showReading } from './show/reading.ts';
import type { Terminal } from './terminal.ts';
import { tellNotes, tellRefusals } from './unreadable.ts';

/** `handslag read FILE`: the facts of an agreement, each with its line; with `--json` the object `handslag.agreement/1`. */
export async function read({ files, form }: Request, terminal: Terminal): Promise<ExitCode> {
  const name = files[0]!;
  const reader = apartReader();
  const found = await agreementFile(reader, name, terminal).finally(() => reader.close());
  if (!found.ok) {
    tellRefusals(name, found.refusals, terminal);
    return 2;
  }
  const { notes, text } = found.value;
  const reading = { ...found.value.reading, findings: found.value.reading.findings.map((finding) => ({ ...finding, message: sayAgain(finding) ?? finding.message })) };
  if (form === 'json') terminal.say(JSON.stringify(reading, null, 2));
  else terminal.say(showReading({ name, text, reading }, terminal));
  tellNotes(name, notes, terminal);
  return 0;
}

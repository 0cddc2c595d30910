import * as m from '#messages';
import { apartReader } from '#partnership/agreement';
import { type Finding, saidAgain } from '#pure/agreement';
import { agreementFile } from './agreement-file.ts';
import type { Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { type CheckedFile, sarif } from './sarif.ts';
import { showFindings } from './show/findings.ts';
import type { Terminal } from './terminal.ts';
import { tellNotes, tellRefusals } from './unreadable.ts';

/** `handslag check FILE…`: what there is to remark on. 1 where a finding is an error, 2 where a file could not be read. */
export async function check({ files, form }: Request, terminal: Terminal): Promise<ExitCode> {
  const reader = apartReader();
  const checked: CheckedFile[] = [];
  let isUnreadable = false;
  for (const name of files) {
    const found = await agreementFile(reader, name, terminal);
    if (found.ok) {
      const { text, notes, reading } = found.value;
      checked.push({ file: name, text, findings: saidAgain(reading.findings) });
      tellNotes(name, notes, terminal);
    } else {
      isUnreadable = true;
      tellRefusals(name, found.refusals, terminal);
    }
  }
  reader.close();
  tell(checked, form, terminal);
  if (isUnreadable) return 2;
  return checked.some(({ findings }) => findings.some(isError)) ? 1 : 0;
}

const isError = (finding: Finding): boolean => finding.severity === 'error';

function tell(checked: CheckedFile[], form: Request['form'], terminal: Terminal): void {
  if (form === 'sarif') terminal.say(JSON.stringify(sarif(checked), null, 2));
  else if (form === 'json') terminal.say(JSON.stringify(checked.map(({ file, findings }) => ({ file, findings })), null, 2));
  else {
    for (const each of checked) terminal.say(showFindings(each, terminal));
    const all = checked.flatMap(({ findings }) => findings);
    const count = (severity: Finding['severity']) => all.filter((finding) => finding.severity === severity).length;
    if (checked.length > 0) terminal.say(m.cli_check_sum({ files: checked.length, errors: count('error'), warnings: count('warning'), notes: count('note') }));
  }
}

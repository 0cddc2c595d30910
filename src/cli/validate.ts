import { readFile } from 'node:fs/promises';
import * as m from '#messages';
import { fromPem } from '#platform/signatures/pem.ts';
import type { ValidationReport } from '#platform/signatures/report.ts';
import { validate as validateFile } from '#platform/signatures/validate.ts';
import { bytesOf } from './bytes-of.ts';
import type { Request } from './command-line.ts';
import type { ExitCode } from './exit-code.ts';
import { showValidation } from './show/validation.ts';
import type { Terminal } from './terminal.ts';
import { tellRefusals } from './unreadable.ts';

/**
 * `handslag validate FILE`: whether the signatures in a PDF hold and nothing was changed between or after them. 1 where that
 * is not so or a reserved place is empty, 2 where the file is unsigned or unreadable. Trust is told, and decides nothing.
 */
export async function validate({ files, form, roots = [] }: Request, terminal: Terminal): Promise<ExitCode> {
  const name = files[0]!;
  const trusted: Uint8Array[] = [];
  for (const file of roots) {
    const found = await certificatesIn(file);
    if (found.length === 0) {
      terminal.complain(m.cli_root_unreadable({ file }));
      return 2;
    }
    trusted.push(...found);
  }
  const bytes = await bytesOf(name, terminal);
  if (!bytes.ok) {
    tellRefusals(name, bytes.refusals, terminal);
    return 2;
  }
  const report = await validateFile(bytes.value, { roots: trusted, timestampRoots: trusted, revocationLists: [], at: new Date() });
  terminal.say(form === 'json' ? JSON.stringify(report, null, 2) : showValidation(name, report, terminal));
  return EXIT[report.verdict];
}

const EXIT: Record<ValidationReport['verdict'], ExitCode> = { whole: 0, incomplete: 1, changed: 1, broken: 1, unsigned: 2, unreadable: 2 };

/** The certificates in a file, PEM or DER; none where there are none to read. */
async function certificatesIn(file: string): Promise<Uint8Array[]> {
  const bytes = await readFile(file).catch(() => Buffer.alloc(0));
  const found = fromPem('CERTIFICATE', bytes.toString('latin1'));
  // A DER certificate is a sequence with its length in two bytes.
  return found.length > 0 || bytes[0] !== 0x30 || bytes[1] !== 0x82 ? found : [new Uint8Array(bytes)];
}

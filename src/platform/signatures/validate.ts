import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../project-root.ts';
import { Sandbox, type SandboxAnswer } from '../sandbox/sandbox.ts';
import type { Problem, Trust, ValidationReport } from './report.ts';
import { withoutSignatures } from './unsigned.ts';
import type { ValidationQuestion } from './validation/validate-bytes.ts';

/** The largest file that is validated, in bytes. */
export const LARGEST_SIGNED = 50 * 1024 * 1024;

const sandbox = new Sandbox<ValidationQuestion, ValidationReport>({
  module: pathToFileURL(join(projectRoot, 'src/platform/signatures/validation/validate-bytes.ts')),
  run: 'validateBytes',
  seconds: 8,
  megabytes: 1024,
  answerMegabytes: 4,
  children: 1,
  waiting: 50,
});

/**
 * What a file that may be signed is worth, by whom one trusts. Answers every file, however hostile, within bounded time and
 * memory: it is read in a process of its own. Of one whose structure takes its reader along only the bytes are judged.
 */
export async function validate(bytes: Uint8Array, trust: Trust): Promise<ValidationReport> {
  if (bytes.length > LARGEST_SIGNED) return withoutSignatures(bytes, 'unreadable', [{ code: 'too-large', facts: { megabytes: LARGEST_SIGNED / 1024 / 1024 } }]);
  const whole = await sandbox.ask({ bytes, trust, bytesOnly: false });
  const answer = whole.ok || whole.why === 'busy' ? whole : await sandbox.ask({ bytes, trust, bytesOnly: true });
  return answer.ok ? answer.answer : withoutSignatures(bytes, 'unreadable', [why(answer)]);
}

const why = (answer: SandboxAnswer<ValidationReport> & { ok: false }): Problem => ({ code: answer.why === 'busy' ? 'busy' : 'parser-gave-up' });

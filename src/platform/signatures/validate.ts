import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../project-root.ts';
import { Sandbox, type SandboxAnswer } from '../sandbox/sandbox.ts';
import type { Problem, Trust, ValidationReport } from './report.ts';
import { withoutSignatures } from './unsigned.ts';

/** The largest file that is validated, in bytes. */
export const LARGEST_SIGNED = 50 * 1024 * 1024;

const sandbox = new Sandbox<{ bytes: Uint8Array; trust: Trust }, ValidationReport>({
  module: pathToFileURL(join(projectRoot, 'src/platform/signatures/validation/validate-bytes.ts')),
  run: 'validateBytes',
  seconds: 20,
  megabytes: 1024,
  answerMegabytes: 4,
  children: 1,
  waiting: 50,
});

/**
 * What a file that may be signed is worth, by whom one trusts. Answers every file, however hostile, within bounded time and
 * memory: it is read in a process of its own, and one that takes its reader along is called unreadable.
 */
export async function validate(bytes: Uint8Array, trust: Trust): Promise<ValidationReport> {
  if (bytes.length > LARGEST_SIGNED) return withoutSignatures(bytes, 'unreadable', [{ code: 'too-large', facts: { megabytes: LARGEST_SIGNED / 1024 / 1024 } }]);
  const answer = await sandbox.ask({ bytes, trust });
  return answer.ok ? answer.answer : withoutSignatures(bytes, 'unreadable', [why(answer)]);
}

const why = (answer: SandboxAnswer<ValidationReport> & { ok: false }): Problem => ({ code: answer.why === 'busy' ? 'busy' : 'parser-gave-up' });

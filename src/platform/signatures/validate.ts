import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { projectRoot } from '../project-root.ts';
import { Sandbox, type SandboxAnswer } from '../sandbox/sandbox.ts';
import { LARGEST_SIGNED } from './largest-signed.ts';
import type { Problem, Trust, ValidationReport } from './report.ts';
import { withoutSignatures } from './unsigned.ts';
import type { ValidationQuestion } from './validation/validate-bytes.ts';

/** Validates files in a process of its own, which takes so many seconds at most for one. */
export function apartValidator({ seconds = 8 } = {}) {
  const sandbox = new Sandbox<ValidationQuestion, ValidationReport>({
    module: pathToFileURL(join(projectRoot, 'src/platform/signatures/validation/validate-bytes.ts')),
    run: 'validateBytes',
    seconds,
    megabytes: 1024,
    answerMegabytes: 4,
    children: 1,
    waiting: 50,
  });
  return {
    async validate(bytes: Uint8Array, trust: Trust): Promise<ValidationReport> {
      if (bytes.length > LARGEST_SIGNED) return withoutSignatures(bytes, 'unreadable', [{ code: 'too-large', facts: { megabytes: LARGEST_SIGNED / 1024 / 1024 } }]);
      const whole = await sandbox.ask({ bytes, trust, bytesOnly: false });
      const answer = whole.ok || whole.why === 'busy' ? whole : await sandbox.ask({ bytes, trust, bytesOnly: true });
      return answer.ok ? answer.answer : withoutSignatures(bytes, 'unreadable', [why(answer)]);
    },
    close: () => sandbox.close(),
  };
}

const why = (answer: SandboxAnswer<ValidationReport> & { ok: false }): Problem => ({ code: answer.why === 'busy' ? 'busy' : 'parser-gave-up' });

const shared = apartValidator();

/**
 * What a file that may be signed is worth, by whom one trusts. Answers every file, however hostile, within bounded time and
 * memory: it is read in a process of its own. Of one whose structure takes its reader along only the bytes are judged.
 */
export const validate = (bytes: Uint8Array, trust: Trust): Promise<ValidationReport> => shared.validate(bytes, trust);

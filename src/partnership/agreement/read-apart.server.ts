import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Outcome, refuse } from '#kernel/outcome.ts';
import { projectRoot } from '#platform/project-root.ts';
import { Sandbox, type SandboxAnswer } from '#platform/sandbox/sandbox.ts';
import { fileTooLarge, LIMITS, textTooLong } from './intake/limits.ts';
import type { ReadFile } from './read-file.server.ts';

/** Seconds that one file may take. A thousand ordinary pages take a tenth of it. */
const SECONDS = 20;

/** Reads files in a process of its own, so that a hostile file harms nothing but its own reading. */
export interface ApartReader {
  /** Answers every file within bounded time and memory. Throws only where the reader itself is at fault. */
  read: (bytes: Uint8Array) => Promise<Outcome<ReadFile>>;
  /** Starts the process before the first file comes. */
  warm: () => void;
  close: () => void;
}

/** One or more processes that read files; `children` of them work at a time, and a few files more wait. */
export function apartReader({ children = 1, waiting = 50, seconds = SECONDS }: { children?: number; waiting?: number; seconds?: number } = {}): ApartReader {
  const sandbox = new Sandbox<Uint8Array, Outcome<ReadFile>>({
    module: pathToFileURL(join(projectRoot, 'src/partnership/agreement/read-bytes.ts')),
    run: 'readBytes',
    seconds,
    megabytes: 1024,
    answerMegabytes: 24,
    children,
    waiting,
  });
  return {
    read: async (bytes) => tooLarge(bytes) ?? answered(await sandbox.ask(bytes)),
    warm: () => sandbox.warm(),
    close: () => sandbox.close(),
  };
}

/** Said here, so that a large file is not copied to the child only to be refused there. */
const tooLarge = (bytes: Uint8Array): Outcome<ReadFile> | null =>
  bytes.length > LIMITS.fileBytes ? fileTooLarge() : null;

function answered(answer: SandboxAnswer<Outcome<ReadFile>>): Outcome<ReadFile> {
  if (answer.ok) return answer.answer;
  switch (answer.why) {
    case 'busy':
      return refuse('too-many', 'agreement.reader-is-busy');
    case 'too-long':
      return refuse('invalid', 'agreement.reading-took-too-long', { path: 'file' });
    case 'too-much-memory':
      return refuse('invalid', 'agreement.reading-took-too-much-memory', { path: 'file' });
    case 'answer-too-large':
      return textTooLong();
    case 'crashed':
      return refuse('invalid', 'agreement.file-is-broken', { path: 'file' });
  }
}

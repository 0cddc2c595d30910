import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { done, type Outcome, refuse } from '#kernel/outcome.ts';
import { projectRoot } from '../project-root.ts';
import { Sandbox } from '../sandbox/sandbox.ts';

/** The most that somebody's picture may be, in bytes, as it comes from a telephone. */
export const LARGEST_PHOTO = 12 * 1024 * 1024;

/** Makes pictures safe to keep, in a process of its own. */
export interface PhotoCleaner {
  /** The picture drawn anew as a JPEG, with nothing of where and when it was taken. What was sent is kept nowhere. */
  clean: (bytes: Uint8Array) => Promise<Outcome<Uint8Array>>;
  close: () => void;
}

export function photoCleaner(): PhotoCleaner {
  const sandbox = new Sandbox<Uint8Array, Uint8Array | null>({
    module: pathToFileURL(join(projectRoot, 'src/platform/photos/clean.ts')),
    run: 'clean',
    seconds: 20,
    megabytes: 1024,
    answerMegabytes: 8,
    children: 1,
    waiting: 10,
    native: true,
  });
  return {
    clean: async (bytes) => {
      if (bytes.length > LARGEST_PHOTO) return refuse('invalid', 'photos.too-large', { path: 'photo' });
      const answer = await sandbox.ask(bytes);
      if (!answer.ok) return answer.why === 'busy' ? refuse('too-many', 'photos.busy', { path: 'photo' }) : refuse('invalid', 'photos.not-a-picture', { path: 'photo' });
      return answer.answer ? done(answer.answer) : refuse('invalid', 'photos.not-a-picture', { path: 'photo' });
    },
    close: () => sandbox.close(),
  };
}

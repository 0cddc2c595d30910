import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** A clock for the program of a story, which goes on from the day that it was last set to. */
export function serverClock(day: string): { settings: Record<string, string>; moveTo(day: string): Promise<void> } {
  const file = join(mkdtempSync(join(tmpdir(), 'handslag-clock-')), 'moved');
  const write = (to: string) => writeFileSync(file, String(Date.parse(`${to}T09:00:00Z`) - Date.now()));
  write(day);
  return {
    settings: { MOVED_CLOCK: file, NODE_OPTIONS: `--import=${pathToFileURL(join(import.meta.dirname, 'moved-clock.ts'))}` },
    async moveTo(to) {
      write(to);
      // The program looks at its clock many times a second.
      await new Promise((passed) => setTimeout(passed, 100));
    },
  };
}

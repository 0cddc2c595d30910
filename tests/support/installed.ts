import { spawnSync } from 'node:child_process';

/** Whether these programs are on this machine. Where one is not, what it would have been asked is told and left out. */
export function installed(...programs: string[]): boolean {
  const missing = programs.filter((program) => spawnSync(program, ['--version']).error !== undefined);
  // oxlint-disable-next-line no-console
  if (missing.length > 0) console.info(`not on this machine, so not asked: ${missing.join(', ')}`);
  return missing.length === 0;
}

import { onTestFinished, vi } from 'vitest';

/**
 * Keeps faults out of the test's own output and gives those that were logged of a place, such as `mail`. What the jobs of
 * another file may say in the same process while they end is not asked after.
 */
export function loggedFaults(where: string): () => string[] {
  const logged = vi.spyOn(console, 'error').mockImplementation(() => {});
  onTestFinished(() => logged.mockRestore());
  return () => logged.mock.calls.map(([line]) => String(line)).filter((line) => line.includes(`"where":"${where}`));
}

/** What a sandbox is for: a function that misbehaves as it is asked to. */
export async function misbehave(how: string): Promise<unknown> {
  switch (how) {
    case 'not at all':
      return { pid: process.pid, environment: Object.keys(process.env) };
    case 'loops':
      for (;;);
    case 'fills the heap': {
      const kept: number[][] = [];
      for (;;) kept.push(Array.from({ length: 100_000 }, (_, at) => at * 1.5));
    }
    case 'fills buffers': {
      const kept: Uint8Array[] = [];
      for (;;) kept.push(new Uint8Array(16 * 1024 * 1024).fill(1));
    }
    case 'dies':
      return process.abort();
    case 'leaves':
      return process.exit(3);
    case 'is at fault':
      throw new Error('a fault of ours');
    case 'says too much':
      return 'x'.repeat(5 * 1024 * 1024);
    case 'writes a file':
      return (await import('node:fs')).promises.writeFile('written-by-a-child', 'x').then(() => 'written', ({ code }) => code);
    case 'starts a program':
      try {
        (await import('node:child_process')).spawnSync('true');
        return 'started';
      } catch (refused) {
        return (refused as { code: string }).code;
      }
    default:
      return how;
  }
}

import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Running {
  address: string;
  /** Milliseconds from the start of the process to its first page. */
  firstPage: number;
  stop: () => Promise<void>;
}

/** Starts the built server on a free port with the data folder and waits for its first page. */
export async function startServer(data: string, environment: Record<string, string> = {}): Promise<Running> {
  const before = performance.now();
  const child = spawn(process.execPath, ['bin/handslag.mjs', 'serve'], {
    env: { ...process.env, PORT: '0', DATA_DIR: data, DATABASE_URL: '', ...environment },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const address = await addressOf(child);
  await (await fetch(address)).text();
  return {
    address,
    firstPage: performance.now() - before,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

async function addressOf(child: ChildProcess): Promise<string> {
  let said = '';
  for await (const chunk of child.stdout!) {
    said += chunk;
    const address = /http:\/\/\S+/.exec(said);
    if (address) return address[0];
  }
  throw new Error(`the server ended before it had an address: ${said}`);
}

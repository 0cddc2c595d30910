import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

export interface Running {
  address: string;
  /** The cookie of the first of the samples' people, who coordinates their municipalities; empty without samples. */
  cookie: string;
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
  const welcome = await fetch(`${address}/sign-in`);
  const page = await welcome.text();
  const firstPage = performance.now() - before;
  return {
    address,
    cookie: await enter(address, page),
    firstPage,
    stop: async () => {
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}

/** Signs in as the first person whom the page offers. */
async function enter(address: string, page: string): Promise<string> {
  const person = /name="person" value="([^"]+)"/.exec(page)?.[1];
  if (!person) return '';
  const answer = await fetch(`${address}/sign-in?/demo`, { method: 'POST', body: new URLSearchParams({ person, to: '/' }), headers: { origin: address, accept: 'text/html' }, redirect: 'manual' });
  return answer.headers.getSetCookie()[0].split(';')[0];
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

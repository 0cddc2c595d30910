import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** How the program ended: its exit code, null when it was killed, and what it complained of. */
export interface Ended {
  code: number | null;
  errors: string;
}

/** The built program as a process of its own. */
export interface Program {
  /** The address it prints once it serves; never, where it ends before that. */
  address: Promise<string>;
  /** The link for whoever will administer the house, printed while nobody does. */
  firstAdministrator: Promise<string>;
  ended: Promise<Ended>;
  /** All that it has said so far. */
  said(): string;
  /** Sends the signal and gives how the program ended. One that has not heeded it after half a minute is killed: a busy machine may still be opening its database. */
  stop(signal: NodeJS.Signals): Promise<Ended>;
}

/** A start on a busy machine takes far longer than usual; one that has not come this far in these seconds is killed. */
const SECONDS_TO_START = 90;
const SECONDS_TO_STOP = 30;

/** Begins a start on a free port, with nothing of this shell's own settings, and does not wait for it. */
export function launch(environment: Record<string, string>): Program {
  const { PORT: _port, HOST: _host, DATABASE_URL: _database, DATA_DIR: _folder, ...ours } = process.env;
  const child = spawn(process.execPath, ['bin/handslag.mjs', 'serve'], { env: { ...ours, PORT: '0', ...environment }, stdio: ['ignore', 'pipe', 'pipe'] });

  let errors = '';
  child.stderr.setEncoding('utf8').on('data', (chunk: string) => (errors += chunk));
  const ended = once(child, 'close').then(([code]): Ended => ({ code, errors }));

  let said = '';
  child.stdout.setEncoding('utf8').on('data', (chunk: string) => (said += chunk));
  const printed = (pattern: RegExp) =>
    new Promise<string>((found) => {
      child.stdout.on('data', () => {
        const line = pattern.exec(said);
        if (line) found(line[0]);
      });
    });
  const address = printed(/http:\/\/\S+(?=\s)/);
  const firstAdministrator = printed(/http:\/\/\S+\/first-administrator\?token=\S+(?=\s)/);

  const killAfter = (seconds: number, until: Promise<unknown>) => {
    const timer = setTimeout(() => child.kill('SIGKILL'), seconds * 1000);
    void until.finally(() => clearTimeout(timer));
  };
  killAfter(SECONDS_TO_START, Promise.race([address, ended]));
  return {
    address,
    firstAdministrator,
    ended,
    said: () => said,
    stop(signal) {
      child.kill(signal);
      killAfter(SECONDS_TO_STOP, ended);
      return ended;
    },
  };
}

/** Starts the program and waits until it serves. Throws where it ends instead. */
export async function started(environment: Record<string, string>): Promise<Program & { at: string }> {
  const program = launch(environment);
  const first = await Promise.race([program.address, program.ended]);
  if (typeof first !== 'string') throw new Error(`The program did not start (exit code ${first.code}):\n${first.errors}`);
  return { ...program, at: first };
}

/** A new folder for the data of one program, gone when `clear` is called. */
export async function dataFolder(): Promise<{ folder: string; clear: () => Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'handslag-journey-'));
  return { folder, clear: () => rm(folder, { recursive: true, force: true }) };
}

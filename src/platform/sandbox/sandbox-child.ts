import { type ChildProcess, fork } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { deserialize } from 'node:v8';
import { projectRoot } from '../project-root.ts';
import type { SandboxOptions } from './sandbox-options.ts';

/** Why there is no answer. */
export type Ending = 'too-long' | 'too-much-memory' | 'answer-too-large' | 'crashed';

/** What the child says. `answer` is packed, so that its size is known before it is unpacked here. */
export type FromChild = { ready: true } | { answer: Uint8Array } | { tooLarge: true } | { fault: { message: string; stack?: string } };

/** A child must have loaded its module within this time. */
const SECONDS_TO_START = 20;

/** One child process. It answers one question at a time. */
export class SandboxChild {
  readonly #options: SandboxOptions;
  readonly #process: ChildProcess;
  readonly #ready: Promise<void>;
  #endedFor: Ending | null = null;
  #exited: { code: number | null; signal: string | null } | null = null;
  asked = 0;

  constructor(options: SandboxOptions) {
    this.#options = options;
    this.#process = start(options);
    this.#process.once('exit', (code, signal) => {
      this.#exited = { code, signal };
    });
    this.#ready = new Promise((resolve) => {
      this.#process.once('message', () => resolve());
      this.#process.once('exit', () => resolve());
      this.#process.on('error', () => resolve());
    });
    this.#letGo();
  }

  get isAlive(): boolean {
    return this.#exited === null && this.#process.connected && !this.#process.killed;
  }

  async ask(question: unknown): Promise<{ ok: true; answer: unknown } | { ok: false; why: Ending }> {
    this.asked += 1;
    this.#hold();
    const starting = this.#limit(SECONDS_TO_START);
    await this.#ready;
    clearTimeout(starting);
    if (!this.isAlive) return { ok: false, why: this.#ending() };
    const limit = this.#limit(this.#options.seconds);
    try {
      return await this.#answerTo(question);
    } finally {
      clearTimeout(limit);
      this.#letGo();
    }
  }

  /** Ends the child at once, whatever it is doing. */
  end(why: Ending = 'crashed'): void {
    this.#endedFor ??= why;
    this.#process.kill('SIGKILL');
  }

  #answerTo(question: unknown): Promise<{ ok: true; answer: unknown } | { ok: false; why: Ending }> {
    return new Promise((resolve, reject) => {
      const settle = () => {
        this.#process.off('message', onMessage);
        this.#process.off('exit', onExit);
      };
      const onMessage = (message: FromChild) => {
        settle();
        if ('answer' in message) resolve({ ok: true, answer: deserialize(message.answer) });
        else if ('tooLarge' in message) resolve({ ok: false, why: 'answer-too-large' });
        else reject(faultOf(message));
      };
      const onExit = () => {
        settle();
        resolve({ ok: false, why: this.#ending() });
      };
      this.#process.on('message', onMessage);
      this.#process.on('exit', onExit);
      // A child that dies while it is being told is answered by its exit.
      this.#process.send(question as object, () => {});
    });
  }

  #limit(seconds: number): NodeJS.Timeout {
    return setTimeout(() => {
      this.end('too-long');
    }, seconds * 1000);
  }

  /** V8 aborts when its heap is full; the child's own watch, or the system, kills it when all its memory is. */
  #ending(): Ending {
    if (this.#endedFor) return this.#endedFor;
    const { code, signal } = this.#exited ?? { code: null, signal: null };
    return signal === 'SIGABRT' || signal === 'SIGKILL' || signal === 'SIGTRAP' || code === 134 ? 'too-much-memory' : 'crashed';
  }

  /** A waiting child does not keep the program running; a working one does. */
  #letGo(): void {
    this.#process.unref();
    this.#process.channel?.unref();
  }

  #hold(): void {
    this.#process.ref();
    this.#process.channel?.ref();
  }
}

function faultOf(message: FromChild): Error {
  const said = 'fault' in message ? message.fault : { message: 'the child spoke out of turn' };
  const fault = new Error(said.message);
  if (said.stack) fault.stack = said.stack;
  return fault;
}

/** No environment goes along, and the child may read the program's own files but write none and start nothing. */
function start(options: SandboxOptions): ChildProcess {
  const entry = join(projectRoot, 'src/platform/sandbox/child.ts');
  const readable = [projectRoot, realpathSync(join(projectRoot, 'node_modules'))];
  return fork(entry, [fileURLToPath(options.module), options.run, String(options.megabytes), String(options.answerMegabytes)], {
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    cwd: projectRoot,
    // Windows starts no program without this one.
    env: process.env.SystemRoot ? { SystemRoot: process.env.SystemRoot } : {},
    execArgv: [
      `--max-old-space-size=${Math.round(options.megabytes * 0.75)}`,
      '--permission',
      '--allow-worker',
      ...(options.native ? ['--allow-addons'] : []),
      ...readable.map((folder) => `--allow-fs-read=${join(folder, '*')}`),
    ],
  });
}

import { Queue } from './queue.ts';
import { type Ending, SandboxChild } from './sandbox-child.ts';
import type { SandboxOptions } from './sandbox-options.ts';

/** `busy` was never begun. The others took the child with them, and nothing else. */
export type SandboxAnswer<Answer> = { ok: true; answer: Answer } | { ok: false; why: Ending | 'busy' };

/** After so many questions a child is replaced, so that nothing it has leaked or kept grows old. */
const QUESTIONS_PER_CHILD = 200;

/**
 * Runs one function in child processes, so that input which makes it loop, swell or crash harms only the child. Children
 * are started when first needed, kept warm and replaced when they die. An error that the function throws is thrown here.
 */
export class Sandbox<Question, Answer> {
  readonly #options: SandboxOptions;
  readonly #queue: Queue;
  readonly #idle: SandboxChild[] = [];
  readonly #all = new Set<SandboxChild>();

  constructor(options: SandboxOptions) {
    this.#options = options;
    this.#queue = new Queue(options.children, options.waiting);
  }

  async ask(question: Question): Promise<SandboxAnswer<Answer>> {
    const turn = await this.#queue.turn();
    if (!turn) return { ok: false, why: 'busy' };
    const child = this.#idle.pop() ?? this.#start();
    try {
      return (await child.ask(question)) as SandboxAnswer<Answer>;
    } finally {
      if (child.isAlive && child.asked < QUESTIONS_PER_CHILD) this.#idle.push(child);
      else this.#drop(child);
      turn.done();
    }
  }

  /** Starts a child before anyone asks, so that the first question does not wait for it. */
  warm(): void {
    if (this.#all.size === 0) this.#idle.push(this.#start());
  }

  /** Ends the children at once. Questions under way are answered as crashed. */
  close(): void {
    for (const child of this.#all) child.end();
    this.#all.clear();
    this.#idle.length = 0;
  }

  #start(): SandboxChild {
    const child = new SandboxChild(this.#options);
    this.#all.add(child);
    return child;
  }

  #drop(child: SandboxChild): void {
    child.end();
    this.#all.delete(child);
  }
}
